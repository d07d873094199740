/** Figures of a quarter for who answers for the work: numbers without names, in which small cells are hidden. */
@ApplicationModule(allowedDependencies = {"audit", "handover", "node"})
@NullMarked
package nl.sluis.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
