/** What this node did, append-only and chained by hash, in the transaction of each step. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.sluis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
