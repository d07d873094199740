/** The sending half of the path: stamps, decides, and keeps what may go or must wait. */
@ApplicationModule(
        allowedDependencies = {
            "attachment",
            "audit",
            "consent",
            "custody",
            "decisions",
            "directory",
            "inforce",
            "insight",
            "measure",
            "meldcode",
            "node",
            "outbox",
            "seal"
        })
@NullMarked
package nl.sluis.send;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
