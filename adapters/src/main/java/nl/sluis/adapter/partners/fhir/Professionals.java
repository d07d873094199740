package nl.sluis.adapter.partners.fhir;

import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The name of a professional behind a reference. */
final class Professionals {

    private Professionals() {}

    static @Nullable String name(Reference reference, FhirSource source) {
        Resource found = source.resolve(reference).orElse(null);
        if (found instanceof PractitionerRole role) {
            source.take(role.getPractitioner());
            found = source.resolve(role.getPractitioner()).orElse(null);
        }
        if (!(found instanceof Practitioner practitioner) || !practitioner.hasName()) {
            return null;
        }
        HumanName name = practitioner.getNameFirstRep();
        source.take(name);
        String whole = name.hasText() ? name.getText() : name.getNameAsSingleString();
        return whole.isBlank() ? null : whole;
    }
}
