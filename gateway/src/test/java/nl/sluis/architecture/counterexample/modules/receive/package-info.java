@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.sluis.architecture.counterexample.modules.receive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
