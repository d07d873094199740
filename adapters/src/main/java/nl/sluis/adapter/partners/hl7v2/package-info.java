/** HL7 version 2: the referral REF^I12 of a general practice, and its acknowledgement. */
@NullMarked
package nl.sluis.adapter.partners.hl7v2;

import org.jspecify.annotations.NullMarked;
