/** Holds what the registers have against what the audit says was recorded. */
@ApplicationModule(allowedDependencies = {"audit", "custody", "node", "retention"})
@NullMarked
package nl.sluis.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
