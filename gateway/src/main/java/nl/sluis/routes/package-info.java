/** Other ways than HTTPS by which own systems reach this node: Apache Camel routes, chosen in configuration. */
@ApplicationModule(allowedDependencies = {"access", "node", "seal", "submit", "tls"})
@NullMarked
package nl.sluis.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
