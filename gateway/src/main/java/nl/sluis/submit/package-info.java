/** The edge to the own organisation's systems: takes their formats, answers what was decided. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "consent",
            "custody",
            "directory",
            "feed",
            "followup",
            "node",
            "outbox",
            "policyset",
            "retention",
            "seal",
            "send"
        })
@NullMarked
package nl.sluis.submit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
