/** Asks the population register (BRP) who holds authority over somebody, and has it recorded. docs/partners/registers.md. */
@ApplicationModule(allowedDependencies = {"audit", "custody", "node", "tls"})
@NullMarked
package nl.sluis.brp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
