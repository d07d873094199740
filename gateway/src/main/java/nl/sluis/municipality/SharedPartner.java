package nl.sluis.municipality;

import java.util.List;
import nl.sluis.canonical.OrganisationType;

/**
 * A partner that works for other municipalities too: a household's own municipality decides by which profile it is helped, never the
 * partner.
 *
 * @param name stable; small letters, digits and hyphens
 * @param title for people
 * @param also the other municipalities, by name
 */
public record SharedPartner(String name, String title, OrganisationType type, List<String> also) {

    /** Copies. */
    public SharedPartner {
        also = List.copyOf(also);
    }
}
