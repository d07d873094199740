/** Which steps of the meldcode were taken, by whom and when: append-only. */
@ApplicationModule(allowedDependencies = {"audit", "custody", "node", "seal"})
@NullMarked
package nl.sluis.meldcode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
