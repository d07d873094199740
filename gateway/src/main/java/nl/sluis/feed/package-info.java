/** The one feed of the neighbourhood team: every item of every partner in one order, read by page or as it happens. */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "followup", "household", "linking", "node", "regie", "seal"})
@NullMarked
package nl.sluis.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
