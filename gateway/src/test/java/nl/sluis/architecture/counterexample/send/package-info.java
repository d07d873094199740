@NullMarked
package nl.sluis.architecture.counterexample.send;

import org.jspecify.annotations.NullMarked;
