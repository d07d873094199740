/** Households and their members, and which household an item is about. */
@ApplicationModule(allowedDependencies = {"access", "audit", "linking", "node", "seal"})
@NullMarked
package nl.sluis.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
