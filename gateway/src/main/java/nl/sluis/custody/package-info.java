/** Who the persons are that this organisation knows, and who holds authority over the minors among them. */
@ApplicationModule(allowedDependencies = {"audit", "node", "retention", "seal"})
@NullMarked
package nl.sluis.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
