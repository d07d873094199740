/** Notices that this node's database was put back to an earlier moment, and keeps everything in until a person has looked. */
@ApplicationModule(allowedDependencies = {"audit", "node"})
@NullMarked
package nl.sluis.restore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
