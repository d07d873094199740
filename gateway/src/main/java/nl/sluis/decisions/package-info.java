/** What each decision rested on, in codes that say nothing about whom; which message it was about stands apart. */
@ApplicationModule(allowedDependencies = {"policyset", "retention"})
@NullMarked
package nl.sluis.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
