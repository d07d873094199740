/** A whole neighbourhood in one process, and a story through its public interfaces; nothing depends on it. */
@ApplicationModule(allowedDependencies = {"cli"})
@NullMarked
package nl.sluis.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
