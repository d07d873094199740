@NullMarked
package nl.sluis.architecture.counterexample.demo;

import org.jspecify.annotations.NullMarked;
