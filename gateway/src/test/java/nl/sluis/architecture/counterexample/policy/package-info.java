@NullMarked
package nl.sluis.architecture.counterexample.policy;

import org.jspecify.annotations.NullMarked;
