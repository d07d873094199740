/** The commands of {@code ./sluis}: starts nodes, and answers without one where none is needed. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "attachment",
            "audit",
            "brp",
            "channel",
            "checkpoint",
            "consent",
            "decisions",
            "directory",
            "export",
            "figures",
            "inforce",
            "insight",
            "measure",
            "municipality",
            "node",
            "outbox",
            "policyset",
            "receive",
            "restore",
            "retention",
            "routes",
            "seal",
            "storage",
            "submit",
            "tls",
            "webhook",
            "witness",
            "zgw"
        })
@NullMarked
package nl.sluis.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
