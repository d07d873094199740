/** Which steps of the meldcode were taken, by whom and when: append-only. */
@NullMarked
package nl.sluis.meldcode;

import org.jspecify.annotations.NullMarked;
