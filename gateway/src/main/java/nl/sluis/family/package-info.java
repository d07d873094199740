/** A household as a whole: of every member what is known and from whom, whether somebody spoke with them, and every life domain. */
@ApplicationModule(allowedDependencies = {"audit", "feed", "followup", "household", "node", "plan", "safety", "seal"})
@NullMarked
package nl.sluis.family;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
