/** Large content: brought, kept and carried in chunks, scanned, and never whole in memory. */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "directory", "feed", "node", "restore", "retention", "seal"})
@NullMarked
package nl.sluis.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
