/** Veilig Thuis and justice: StUF Jeugdzorg 1.0.9 as JUBES carries it, its answers, and the envelope of the GGK. */
@NullMarked
package nl.sluis.adapter.partners.veiligthuis;

import org.jspecify.annotations.NullMarked;
