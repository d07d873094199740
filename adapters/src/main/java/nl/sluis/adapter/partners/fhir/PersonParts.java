package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Sex;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The parts of one person as sections of their own, so that each can be withheld without the others. */
final class PersonParts {

    private static final String ADXP = "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-";

    private final FhirSource source;
    private final PersonRef ref;
    private final List<Section> sections = new ArrayList<>();

    PersonParts(FhirSource source, PersonRef ref) {
        this.source = source;
        this.ref = ref;
    }

    List<Section> sections() {
        return sections;
    }

    PersonParts identity(
            List<HumanName> names,
            @Nullable Enumeration<AdministrativeGender> gender,
            PartialDate born,
            boolean mandatory) {
        HumanName chosen = FhirNames.chosen(names);
        boolean known = chosen != null || gender != null || born.year() != 0;
        if (known) {
            source.take(gender);
            PersonName name = chosen == null ? new PersonName(null, null, null, null) : FhirNames.read(chosen, source);
            add("identity", DataCategory.IDENTITY, mandatory, new Content.Identity(name, born, sex(gender)));
        }
        return this;
    }

    PersonParts numbers(List<Identifier> identifiers) {
        identifiers.stream()
                .flatMap(identifier -> Identifiers.number(identifier).stream())
                .findFirst()
                .ifPresent(bsn -> add("bsn", DataCategory.BSN, false, new Content.CitizenNumber(bsn)));
        return this;
    }

    PersonParts addresses(List<Address> addresses) {
        int number = 0;
        for (Address address : addresses) {
            if (address.getUse() != Address.AddressUse.OLD) {
                number++;
                add("address-" + number, DataCategory.ADDRESS, false, read(address));
            }
        }
        return this;
    }

    PersonParts contacts(List<ContactPoint> points) {
        int number = 0;
        for (ContactPoint point : points) {
            boolean current = point.getUse() != ContactPoint.ContactPointUse.OLD;
            if (current && point.hasValue() && point.getSystem() != null) {
                number++;
                source.take(point.getSystemElement(), point.getValueElement(), point.getUseElement());
                String system = point.getSystem().toCode();
                add(
                        "contact-" + number,
                        DataCategory.CONTACT,
                        false,
                        new Content.ContactPoint(system, point.getValue()));
            }
        }
        return this;
    }

    private Content read(Address address) {
        source.take(
                address.getUseElement(),
                address.getTypeElement(),
                address.getTextElement(),
                address.getCityElement(),
                address.getPostalCodeElement(),
                address.getCountryElement());
        StringType line = address.hasLine() ? address.getLine().get(0) : new StringType();
        source.take(line);
        String street = part(line, "streetName");
        String number = part(line, "houseNumber");
        String suffix = part(line, "buildingNumberSuffix");
        return new Content.Address(
                street == null ? line.getValue() : street,
                number == null || suffix == null ? number : number + " " + suffix,
                address.getPostalCode(),
                address.getCity(),
                address.getCountry(),
                false);
    }

    private @Nullable String part(StringType line, String name) {
        Extension extension = Extensions.first(line.getExtension(), ADXP + name);
        if (extension == null || !(extension.getValue() instanceof StringType text)) {
            return null;
        }
        source.take(extension);
        return text.getValue();
    }

    private void add(String part, DataCategory category, boolean mandatory, Content content) {
        SectionId id = new SectionId(ref.value() + ":" + part);
        sections.add(new Section(id, ref, category, null, mandatory, content));
    }

    private static Sex sex(@Nullable Enumeration<AdministrativeGender> gender) {
        AdministrativeGender value = gender == null ? null : gender.getValue();
        return value == null || value == AdministrativeGender.NULL
                ? Sex.UNKNOWN
                : Sex.valueOf(value.name().toUpperCase(Locale.ROOT));
    }
}
