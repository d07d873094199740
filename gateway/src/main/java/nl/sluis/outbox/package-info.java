/** What this node sends: kept until the recipient has it, tried again with backoff, decided again at every attempt. */
@ApplicationModule(
        allowedDependencies = {"attachment", "audit", "channel", "directory", "node", "restore", "retention", "seal"})
@NullMarked
package nl.sluis.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
