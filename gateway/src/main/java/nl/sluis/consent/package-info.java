/** Consents, refusals and withdrawals: who gave what to whom, for what, with which evidence. */
@ApplicationModule(allowedDependencies = {"audit", "custody", "node", "retention", "seal"})
@NullMarked
package nl.sluis.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
