/** The keys that content at rest is encrypted with: those of subjects, and what is under an older storage key. */
@ApplicationModule(allowedDependencies = {"audit", "node", "seal"})
@NullMarked
package nl.sluis.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
