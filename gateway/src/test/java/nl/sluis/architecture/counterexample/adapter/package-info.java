@NullMarked
package nl.sluis.architecture.counterexample.adapter;

import org.jspecify.annotations.NullMarked;
