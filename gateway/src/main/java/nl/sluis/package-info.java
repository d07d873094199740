/** The gateway; every package below is a step of the path or a register that the path reads. */
@NullMarked
package nl.sluis;

import org.jspecify.annotations.NullMarked;
