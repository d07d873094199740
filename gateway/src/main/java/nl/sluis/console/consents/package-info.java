/** The pages on which consents are looked up, recorded and withdrawn. */
@NullMarked
package nl.sluis.console.consents;

import org.jspecify.annotations.NullMarked;
