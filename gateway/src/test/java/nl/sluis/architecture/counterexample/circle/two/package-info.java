@NullMarked
package nl.sluis.architecture.counterexample.circle.two;

import org.jspecify.annotations.NullMarked;
