/** The file of a child in youth health care (JGZ), as organisations hand it over in HL7 version 3. */
@NullMarked
package nl.sluis.adapter.partners.jgz;

import org.jspecify.annotations.NullMarked;
