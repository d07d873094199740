/** The rules on what may use what, each with a counter-example that it must find. */
@NullMarked
package nl.sluis.architecture;

import org.jspecify.annotations.NullMarked;
