/** EDIFACT letters of Dutch health care: MEDVRY, MEDSPE and MEDEUR, and reports of laboratories: MEDLAB. */
@NullMarked
package nl.sluis.adapter.partners.edifact;

import org.jspecify.annotations.NullMarked;
