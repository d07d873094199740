/** Households and their members, and which household an item is about. */
@NullMarked
package nl.sluis.household;

import org.jspecify.annotations.NullMarked;
