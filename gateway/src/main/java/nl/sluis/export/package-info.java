/** Writes the audit in the forms of others: FHIR, NEN 7513, Logboek Dataverwerkingen, Authorization Decision Log. */
@ApplicationModule(allowedDependencies = {"audit", "checkpoint", "node", "seal"})
@NullMarked
package nl.sluis.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
