/** What must still be done about households: who owns it, until when, and how it was settled. */
@ApplicationModule(allowedDependencies = {"access", "audit", "household", "municipality", "node", "seal"})
@NullMarked
package nl.sluis.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
