/** Who may come in: own systems, partners' nodes, and people in a browser. Default is nobody. */
@ApplicationModule(allowedDependencies = {"audit", "directory", "node", "seal"})
@NullMarked
package nl.sluis.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
