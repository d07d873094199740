/** The web pages of a node, for people; Dutch first, English on request. */
@ApplicationModule(allowedDependencies = {"access", "feed", "insight", "node"})
@NullMarked
package nl.sluis.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
