/** Plans around a household: whom they cover and whom not, goals and actions, and the evaluation that every plan has. */
@ApplicationModule(allowedDependencies = {"audit", "feed", "followup", "household", "node", "safety"})
@NullMarked
package nl.sluis.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
