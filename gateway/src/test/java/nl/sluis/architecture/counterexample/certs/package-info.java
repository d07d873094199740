@NullMarked
package nl.sluis.architecture.counterexample.certs;

import org.jspecify.annotations.NullMarked;
