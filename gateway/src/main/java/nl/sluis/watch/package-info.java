/** Looks at each item of the feed once, after it arrived, for whoever has something to open about it. */
@ApplicationModule(allowedDependencies = {"audit", "feed", "household", "node"})
@NullMarked
package nl.sluis.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
