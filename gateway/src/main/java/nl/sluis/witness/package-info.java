/** Countersigns the checkpoints of partners, and asks partners to countersign ours: nobody rewrites a log alone. */
@ApplicationModule(allowedDependencies = {"access", "audit", "checkpoint", "directory", "node", "restore", "seal"})
@NullMarked
package nl.sluis.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
