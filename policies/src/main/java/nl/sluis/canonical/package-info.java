/**
 * The shared language: what is said, about whom, by whom, on which ground. Records, enums and sealed
 * types without behaviour beyond their own consistency.
 */
@NullMarked
package nl.sluis.canonical;

import org.jspecify.annotations.NullMarked;
