/** The pages of a regisseur: her families, and one household as a whole. */
@NullMarked
package nl.sluis.console.regisseur;

import org.jspecify.annotations.NullMarked;
