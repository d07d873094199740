/** Whether two descriptions are of one person: how alike, why, and how sure. Functions only. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.sluis.linking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
