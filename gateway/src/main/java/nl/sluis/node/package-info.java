/** Who this node is: validated settings, who may call it, and how it says no. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.sluis.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
