package nl.sluis.adapter.partners.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Extension;
import org.jspecify.annotations.Nullable;

/** Extensions by url. HAPI's own search throws when there are two. */
final class Extensions {

    private Extensions() {}

    /** The first, or null; a second one stays untaken and so stands in the account. */
    static @Nullable Extension first(List<Extension> extensions, String url) {
        return extensions.stream()
                .filter(extension -> url.equals(extension.getUrl()))
                .findFirst()
                .orElse(null);
    }
}
