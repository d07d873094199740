/** Destroys what has been kept long enough, and proves it: which class of data, by which rule, how many and which. */
@ApplicationModule(allowedDependencies = {"audit", "node", "restore", "seal"})
@NullMarked
package nl.sluis.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
