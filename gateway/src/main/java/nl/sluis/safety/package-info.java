/** Whether each child of a household is safe, as it was estimated; or why it was not. What was not estimated is never safe. */
@ApplicationModule(allowedDependencies = {"audit", "feed", "followup", "household", "municipality", "node", "watch"})
@NullMarked
package nl.sluis.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
