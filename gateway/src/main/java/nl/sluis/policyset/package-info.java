/** Policy from outside the path: cases as JSON, policy sets as folders with their signatures, and the commands about both. */
@ApplicationModule(allowedDependencies = {"seal"})
@NullMarked
package nl.sluis.policyset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
