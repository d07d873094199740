/** Who has regie over a household: exactly one, split by member where that is so, and passed on by acceptance. */
@ApplicationModule(allowedDependencies = {"access", "audit", "followup", "household", "municipality", "node"})
@NullMarked
package nl.sluis.regie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
