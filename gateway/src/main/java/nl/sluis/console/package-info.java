/** The web pages of a node, for people; Dutch first, English on request. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "consent",
            "custody",
            "directory",
            "family",
            "feed",
            "followup",
            "household",
            "insight",
            "node",
            "plan",
            "regie",
            "safety",
            "submit"
        })
@NullMarked
package nl.sluis.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
