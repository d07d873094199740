/** The organisations that this node exchanges messages with: identifiers, regime, endpoints and certificates. */
@ApplicationModule(allowedDependencies = {"audit", "node", "seal", "tls"})
@NullMarked
package nl.sluis.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
