/** What landlords send in JSON: arrears in the words of VERA. CSV of landlords is read by a mapping profile. */
@NullMarked
package nl.sluis.adapter.partners.housing;

import org.jspecify.annotations.NullMarked;
