/** The edge to the own organisation's systems: takes their formats, answers what was decided. */
@NullMarked
package nl.sluis.submit;

import org.jspecify.annotations.NullMarked;
