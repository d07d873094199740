@NullMarked
package nl.sluis.architecture.counterexample.seal;

import org.jspecify.annotations.NullMarked;
