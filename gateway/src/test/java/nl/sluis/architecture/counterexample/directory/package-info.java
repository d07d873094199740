@NullMarked
package nl.sluis.architecture.counterexample.directory;

import org.jspecify.annotations.NullMarked;
