/** The Task of eOverdracht, FHIR STU3: how far a handover of nursing care is. */
@NullMarked
package nl.sluis.adapter.partners.eoverdracht;

import org.jspecify.annotations.NullMarked;
