@NullMarked
package nl.sluis.architecture.counterexample.adapter.partners.one;

import org.jspecify.annotations.NullMarked;
