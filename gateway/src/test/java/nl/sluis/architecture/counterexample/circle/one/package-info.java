@NullMarked
package nl.sluis.architecture.counterexample.circle.one;

import org.jspecify.annotations.NullMarked;
