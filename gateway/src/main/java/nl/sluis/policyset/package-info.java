/** Questions about policy from outside the path: cases as JSON, and the commands that decide and check them. */
@NullMarked
package nl.sluis.policyset;

import org.jspecify.annotations.NullMarked;
