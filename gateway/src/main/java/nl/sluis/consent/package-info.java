/** Consents, refusals and withdrawals: who gave what to whom, for what, with which evidence. */
@NullMarked
package nl.sluis.consent;

import org.jspecify.annotations.NullMarked;
