/** Closing a household: four questions, a second person where a worry is open, and a day to look again. */
@ApplicationModule(allowedDependencies = {"access", "audit", "followup", "household", "node", "safety"})
@NullMarked
package nl.sluis.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
