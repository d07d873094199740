/** CSV of any partner by a mapping profile, a file that an administrator writes; docs/adding-a-partner.md. */
@NullMarked
package nl.sluis.adapter.partners.csv;

import org.jspecify.annotations.NullMarked;
