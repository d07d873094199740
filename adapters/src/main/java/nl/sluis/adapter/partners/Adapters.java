package nl.sluis.adapter.partners;

import java.util.List;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.partners.fhir.FhirAdapter;
import nl.sluis.adapter.partners.school.SchoolConcernAdapter;

/** Every partner format that is spoken; a new one adds its line here. */
public final class Adapters {

    private static final List<PartnerAdapter> ALL = List.of(new SchoolConcernAdapter(), new FhirAdapter());

    private Adapters() {}

    /** All of them, in the order in which they are asked whether they read a media type. */
    public static List<PartnerAdapter> all() {
        return ALL;
    }
}
