package nl.sluis.adapter.partners.fhir;

import java.util.List;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.Section;
import org.hl7.fhir.r4.model.Resource;

/**
 * Somebody in a FHIR document.
 *
 * @param resource the Patient or RelatedPerson
 * @param sections identity, number, addresses and contacts, each apart
 */
record FhirPerson(Resource resource, PersonDetails details, List<Section> sections) {

    FhirPerson {
        sections = List.copyOf(sections);
    }

    @Override
    public String toString() {
        return "FhirPerson[...]";
    }
}
