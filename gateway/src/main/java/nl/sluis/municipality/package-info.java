/** How a municipality has arranged its help: its teams, who gets what, who has regie, and whom to ask when it stalls. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.sluis.municipality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
