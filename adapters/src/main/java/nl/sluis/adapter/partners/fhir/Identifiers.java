package nl.sluis.adapter.partners.fhir;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonIdentifier;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;

/** Numbers of people and of organisations. */
final class Identifiers {

    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");

    private Identifiers() {}

    /** A number by which a person is known; one without a system, or of type MR or PI, is the sender's own. */
    static Optional<PersonIdentifier> read(Identifier identifier) {
        String value = identifier.getValue();
        if (value == null || unfit(value, 200) || identifier.getUse() == Identifier.IdentifierUse.OLD) {
            return Optional.empty();
        }
        String system = identifier.getSystem();
        if (system == null || own(identifier)) {
            return Optional.of(new PersonIdentifier(PersonIdentifier.LOCAL, value));
        }
        if (citizen(system)) {
            return number(identifier).map(bsn -> new PersonIdentifier(PersonIdentifier.BSN, bsn.value()));
        }
        return unfit(system, 300) ? Optional.empty() : Optional.of(new PersonIdentifier(system, value));
    }

    /** A citizen service number; real files carry numbers that fail the check, and those are not taken for one. */
    static Optional<Bsn> number(Identifier identifier) {
        String system = identifier.getSystem();
        String value = identifier.getValue();
        if (system == null || value == null || !citizen(system)) {
            return Optional.empty();
        }
        return NINE_DIGITS.matcher(value).matches() && new Bsn(value).passesElevenTest()
                ? Optional.of(new Bsn(value))
                : Optional.empty();
    }

    /** The name of an organisation in our directory, when the document gives it. */
    static @Nullable OrganisationId organisation(Organization organization, FhirSource source) {
        for (Identifier identifier : organization.getIdentifier()) {
            String value = identifier.getValue();
            if (Systems.ORGANISATION.equals(identifier.getSystem()) && value != null && !unfit(value, 200)) {
                source.take(identifier);
                return new OrganisationId(value);
            }
        }
        return null;
    }

    private static boolean citizen(String system) {
        return system.equals(Systems.BSN) || system.equals(Systems.BSN_OID);
    }

    private static boolean own(Identifier identifier) {
        for (Coding coding : identifier.getType().getCoding()) {
            boolean ours = "MR".equals(coding.getCode()) || "PI".equals(coding.getCode());
            if (ours && Systems.IDENTIFIER_TYPE.equals(coding.getSystem())) {
                return true;
            }
        }
        return false;
    }

    static boolean unfit(String value, int maxLength) {
        return value.isBlank() || value.length() > maxLength || value.chars().anyMatch(Character::isISOControl);
    }
}
