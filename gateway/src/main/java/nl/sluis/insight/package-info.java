/** What the people of a family may see of what was shared about themselves. */
@ApplicationModule(allowedDependencies = {"access", "audit", "custody", "directory", "node", "retention"})
@NullMarked
package nl.sluis.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
