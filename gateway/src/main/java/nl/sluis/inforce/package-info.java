/** The policy sets of this node: which decides on which day, what is refused, and what a set in shadow would decide. */
@ApplicationModule(allowedDependencies = {"audit", "node", "policyset"})
@NullMarked
package nl.sluis.inforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
