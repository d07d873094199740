/** Consents that travel: copies to the disclosers that they name, word on them afterwards, and questions whether they still stand. */
@ApplicationModule(allowedDependencies = {"audit", "consent", "custody", "directory", "node", "outbox", "seal"})
@NullMarked
package nl.sluis.copies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
