/** Who consented to what or refused it, since when and until when: append-only. */
@NullMarked
package nl.sluis.consent;

import org.jspecify.annotations.NullMarked;
