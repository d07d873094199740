/** Measures decisions beside KIE DMN; built and run by the profile {@code bench} only (docs/BENCHMARKS.md). */
@NullMarked
package nl.sluis.policy.bench;

import org.jspecify.annotations.NullMarked;
