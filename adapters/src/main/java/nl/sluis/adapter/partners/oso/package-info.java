/** The transfer dossier of schools (OSO gegevensset 2019.1), which is only read. */
@NullMarked
package nl.sluis.adapter.partners.oso;

import org.jspecify.annotations.NullMarked;
