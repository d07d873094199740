@NullMarked
package nl.sluis.architecture.counterexample.modules;

import org.jspecify.annotations.NullMarked;
