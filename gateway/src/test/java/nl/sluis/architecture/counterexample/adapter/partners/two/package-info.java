@NullMarked
package nl.sluis.architecture.counterexample.adapter.partners.two;

import org.jspecify.annotations.NullMarked;
