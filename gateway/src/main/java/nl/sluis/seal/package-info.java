/** Signs, encrypts, verifies, opens. The only package that touches keys. */
@ApplicationModule(allowedDependencies = {"node"})
@NullMarked
package nl.sluis.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
