/** Which measures of child protection a court ordered, who executes them, and until when: append-only. */
@ApplicationModule(allowedDependencies = {"audit", "custody", "node", "retention", "seal"})
@NullMarked
package nl.sluis.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
