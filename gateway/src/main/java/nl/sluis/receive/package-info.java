/** The receiving half of the path: stores, answers, and then works. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "audit",
            "channel",
            "deliver",
            "directory",
            "node",
            "outbox",
            "retention",
            "seal"
        })
@NullMarked
package nl.sluis.receive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
