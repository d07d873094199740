@NullMarked
package nl.sluis.architecture.counterexample.submit;

import org.jspecify.annotations.NullMarked;
