/** Before somebody of a household turns eighteen: help goes on under another law, and what parents allowed ends. */
@ApplicationModule(allowedDependencies = {"audit", "followup", "household", "node", "safety"})
@NullMarked
package nl.sluis.transition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
