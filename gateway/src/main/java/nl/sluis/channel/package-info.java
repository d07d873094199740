/** Durable channels between the steps: Spring Integration on this node's own PostgreSQL, woken on commit. */
@ApplicationModule(allowedDependencies = "retention")
@NullMarked
package nl.sluis.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
