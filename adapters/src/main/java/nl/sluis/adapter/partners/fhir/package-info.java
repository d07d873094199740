/** HL7 FHIR R4 as Dutch care speaks it: GP referral, care plan, consent, and our own messages in both directions. */
@NullMarked
package nl.sluis.adapter.partners.fhir;

import org.jspecify.annotations.NullMarked;
