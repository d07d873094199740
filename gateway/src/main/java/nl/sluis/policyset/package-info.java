/** Questions about policy from outside the path: cases as JSON, and the commands that decide and check them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.sluis.policyset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
