/** The commands of {@code ./sluis}: starts nodes, and answers without one where none is needed. */
@NullMarked
package nl.sluis.cli;

import org.jspecify.annotations.NullMarked;
