package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.PersonName;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Dutch names in FHIR: own name and prefix as extensions of the family name, initials by qualifier (nl-core-NameInformation). */
final class FhirNames {

    private static final String PREFIX = "http://hl7.org/fhir/StructureDefinition/humanname-own-prefix";
    private static final String OWN = "http://hl7.org/fhir/StructureDefinition/humanname-own-name";
    private static final String QUALIFIER = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier";

    private FhirNames() {}

    /** The official name, else the first that is not an old one; null when there is none. */
    static @Nullable HumanName chosen(List<HumanName> names) {
        for (HumanName name : names) {
            if (name.getUse() == HumanName.NameUse.OFFICIAL) {
                return name;
            }
        }
        return names.stream()
                .filter(name -> name.getUse() != HumanName.NameUse.OLD && name.getUse() != HumanName.NameUse.MAIDEN)
                .findFirst()
                .orElse(null);
    }

    static PersonName read(HumanName name, FhirSource source) {
        source.take(name.getUseElement(), name.getTextElement(), name.getFamilyElement());
        List<String> given = new ArrayList<>();
        StringBuilder initials = new StringBuilder();
        for (StringType part : name.getGiven()) {
            Extension qualifier = Extensions.first(part.getExtension(), QUALIFIER);
            String sort = qualifier == null || !qualifier.hasValue()
                    ? ""
                    : qualifier.getValue().primitiveValue();
            source.take(part, qualifier);
            if ("IN".equals(sort)) {
                initials.append(part.getValue());
            } else if (!"CL".equals(sort) && part.getValue() != null) {
                given.add(part.getValue());
            }
        }
        String prefix = part(name, PREFIX, source);
        String own = part(name, OWN, source);
        return new PersonName(
                given.isEmpty() ? null : String.join(" ", given),
                initials.isEmpty() ? null : initials.toString(),
                prefix,
                own == null ? name.getFamily() : own);
    }

    static HumanName write(PersonName name) {
        HumanName written = new HumanName().setUse(HumanName.NameUse.OFFICIAL);
        if (name.given() != null) {
            written.addGiven(name.given());
        }
        if (name.initials() != null) {
            StringType initials = written.addGivenElement();
            initials.setValue(name.initials());
            initials.addExtension(QUALIFIER, new org.hl7.fhir.r4.model.CodeType("IN"));
        }
        if (name.family() != null) {
            String whole = name.prefix() == null ? name.family() : name.prefix() + " " + name.family();
            written.setFamily(whole);
            written.getFamilyElement().addExtension(OWN, new StringType(name.family()));
        }
        if (name.prefix() != null) {
            written.getFamilyElement().addExtension(PREFIX, new StringType(name.prefix()));
        }
        return written;
    }

    private static @Nullable String part(HumanName name, String url, FhirSource source) {
        Extension extension = Extensions.first(name.getFamilyElement().getExtension(), url);
        if (extension == null || !(extension.getValue() instanceof StringType text)) {
            return null;
        }
        source.take(extension);
        return text.getValue();
    }
}
