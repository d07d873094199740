/** What this node offers and takes of TLS, as a server and as a caller of partners' nodes: versions, suites, groups. */
@ApplicationModule(allowedDependencies = {"node", "seal"})
@NullMarked
package nl.sluis.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
