/** Signed checkpoints of the audit, proofs by them, and archives that prove themselves without this node. */
@ApplicationModule(allowedDependencies = {"audit", "directory", "node", "restore", "seal"})
@NullMarked
package nl.sluis.checkpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
