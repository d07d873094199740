/** What translation costs, beside the bare parser of each format; built and run by the profile {@code bench-translation} only (docs/BENCHMARKS.md). */
@NullMarked
package nl.sluis.adapter.bench;

import org.jspecify.annotations.NullMarked;
