/** Cases that Veilig Thuis handed over: origin, warm handover, attempts of contact, findings, and return. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "directory",
            "feed",
            "followup",
            "household",
            "node",
            "outbox",
            "safety",
            "send",
            "watch"
        })
@NullMarked
package nl.sluis.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
