@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.sluis.architecture.counterexample.modules.send;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
