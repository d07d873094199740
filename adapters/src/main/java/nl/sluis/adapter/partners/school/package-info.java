/** What schools send: a concern in our own JSON; the OSO dossier has its own package. */
@NullMarked
package nl.sluis.adapter.partners.school;

import org.jspecify.annotations.NullMarked;
