package nl.sluis.adapter.partners.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/**
 * A consent or refusal as FHIR R4 Consent with the people it is of, in the flat form that {@link FhirAdapter} reads: {@code permit} or {@code deny}
 * with named recipients. It is no Consent of IHE PCF, whose basic profile has no place for sorts of data and life domains: without those it would
 * permit more than was consented to. It holds every number of the people that it is given: leave out those that the receiver may not have.
 */
public final class ConsentDocument {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String CONSENT_DOCUMENT = "59284-0";
    private static final String ID = "[A-Za-z0-9.-]{1,64}";

    // Fixed: the same consent gives the same bytes wherever it is written.
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final ConsentStatement statement;
    private final Consent.ConsentState state;
    private final Bundle bundle = new Bundle();

    private ConsentDocument(ConsentStatement statement, Consent.ConsentState state) {
        this.statement = statement;
        this.state = state;
    }

    /** What became of it. */
    public sealed interface Result {

        /** The document, in JSON. */
        record Written(Payload payload) implements Result {}

        /** What FHIR in this form cannot say; at least one violation, with a place in the statement and never a value. */
        record Lacking(List<Violation> violations) implements Result {
            public Lacking {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Writes a statement; nothing of it is left out in silence. */
    public static Result write(ConsentStatement statement) {
        return write(statement, Consent.ConsentState.ACTIVE, faults(statement));
    }

    /** Writes a consent that was withdrawn: inactive, which nobody takes for a permit. A refusal that was taken back cannot be said. */
    public static Result writeEnded(ConsentStatement statement) {
        List<Violation> faults = new ArrayList<>(faults(statement));
        if (statement.decision() == ConsentDecision.REFUSED) {
            // Mitz and FhirAdapter take an inactive refusal for a refusal
            faults.add(new Violation(
                    "/decision", "NO_PLACE", "A refusal that is no more cannot be told from one that is."));
        }
        return write(statement, Consent.ConsentState.INACTIVE, faults);
    }

    private static Result write(ConsentStatement statement, Consent.ConsentState state, List<Violation> faults) {
        if (!faults.isEmpty()) {
            return new Result.Lacking(faults);
        }
        String json = FhirParsing.context()
                .newJsonParser()
                .encodeResourceToString(new ConsentDocument(statement, state).bundle());
        return new Result.Written(new Payload("application/fhir+json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Violation> faults(ConsentStatement statement) {
        List<Violation> faults = new ArrayList<>();
        boolean self = statement.subjects().equals(List.of(statement.giver()));
        if (statement.subjects().size() != 1) {
            faults.add(new Violation("/subjects", "AMBIGUOUS", "A Consent is about one person."));
        }
        if (!statement.recipients().types().isEmpty()) {
            faults.add(new Violation("/recipients/types", "NO_PLACE", "Recipients are named one by one here."));
        } else if (statement.decision() == ConsentDecision.GIVEN
                && statement.recipients().organisations().isEmpty()) {
            faults.add(new Violation("/recipients", "REQUIRED", "A consent names its recipients."));
        }
        if (statement.objection() != null) {
            faults.add(new Violation("/objection", "NO_PLACE", "A Consent has no words of disagreement."));
        }
        Capacity capacity =
                self ? Capacity.SELF : Relationships.capacity(statement.giver().role());
        if (statement.capacity() != capacity) {
            faults.add(new Violation("/capacity", "NO_PLACE", "The relationship of the giver says another capacity."));
        }
        if (statement.sourceId() != null && !statement.sourceId().matches(ID)) {
            faults.add(new Violation("/sourceId", "WRONG_FORM", "This cannot be an id of FHIR."));
        }
        return faults;
    }

    private Bundle bundle() {
        bundle.setType(Bundle.BundleType.COLLECTION);
        PersonDetails subject = statement.subjects().get(0);
        Patient patient = new Patient();
        patient.setIdentifier(identifiers(subject));
        patient.getBirthDateElement().setValueAsString(date(subject));
        Consent consent = new Consent();
        Bundle.BundleEntryComponent entry = bundle.addEntry().setResource(consent);
        if (statement.sourceId() != null) {
            consent.setId(statement.sourceId());
            entry.setFullUrl(Systems.OURS + "Consent/" + statement.sourceId());
        }
        consent.setPatient(add(patient, id(subject, "patient")));
        consent.addPerformer(
                statement.capacity() == Capacity.SELF ? consent.getPatient().copy() : giver(consent.getPatient()));
        envelope(consent);
        provision(consent.getProvision());
        return bundle;
    }

    private Reference giver(Reference patient) {
        PersonDetails giver = statement.giver();
        RelatedPerson related = new RelatedPerson();
        related.setPatient(patient.copy());
        related.setIdentifier(identifiers(giver));
        related.getBirthDateElement().setValueAsString(date(giver));
        String code = switch (giver.role()) {
            case PARENT -> "PRN";
            case GUARDIAN -> "GUARD";
            case PARTNER -> "DOMPART";
            case CHILD -> "CHILD";
            case OTHER -> "";
        };
        if (!code.isEmpty()) {
            related.addRelationship(coded(Systems.ROLE_CODE, code));
        }
        return add(related, id(giver, "giver"));
    }

    private void envelope(Consent consent) {
        boolean given = statement.decision() == ConsentDecision.GIVEN;
        consent.setStatus(state);
        consent.setScope(coded(Systems.CONSENT_SCOPE, "patient-privacy"));
        consent.addCategory(coded(Systems.LOINC, CONSENT_DOCUMENT));
        consent.setPolicyRule(coded(ACT_CODE, given ? "OPTIN" : "OPTOUT"));
        Instant at = statement.givenAt();
        if (at != null) {
            consent.setDateTimeElement(new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, UTC));
        }
        if (statement.evidence() != null) {
            consent.setSource(new Attachment().setTitle(statement.evidence()));
        }
    }

    private void provision(ProvisionComponent provision) {
        boolean given = statement.decision() == ConsentDecision.GIVEN;
        provision.setType(given ? Consent.ConsentProvisionType.PERMIT : Consent.ConsentProvisionType.DENY);
        Period period = provision.getPeriod();
        if (statement.from() != null) {
            period.getStartElement().setValueAsString(statement.from().toString());
        }
        if (statement.until() != null) {
            period.getEndElement().setValueAsString(statement.until().toString());
        }
        statement.recipients().organisations().stream()
                .map(OrganisationId::value)
                .sorted()
                .forEach(name -> actor(provision, "IRCP", name));
        if (statement.custodian() != null) {
            actor(provision, "CST", statement.custodian());
        }
        statement.purposes().stream()
                .sorted()
                .forEach(purpose -> provision.addPurpose(new Coding(Systems.PURPOSE, purpose.name(), null)));
        statement.categories().stream()
                .sorted()
                .forEach(category -> provision.addClass_(new Coding(Systems.CATEGORY, category.name(), null)));
        statement.lifeDomains().stream()
                .sorted()
                .map(LifeDomain::name)
                .forEach(domain -> provision.addCode(coded(Systems.LIFE_DOMAIN, domain)));
    }

    private static void actor(ProvisionComponent provision, String role, String name) {
        Identifier identifier = new Identifier().setSystem(Systems.ORGANISATION).setValue(name);
        provision
                .addActor()
                .setRole(coded(Systems.PARTICIPATION, role))
                .setReference(new Reference().setIdentifier(identifier));
    }

    private static List<Identifier> identifiers(PersonDetails person) {
        return person.identifiers().stream()
                .map(ConsentDocument::identifier)
                .sorted(Comparator.comparing(each -> each.getSystem() + "|" + each.getValue()))
                .toList();
    }

    /** The sender's own numbers have no system. */
    private static Identifier identifier(PersonIdentifier number) {
        Identifier identifier = new Identifier().setValue(number.value());
        return switch (number.system()) {
            case PersonIdentifier.BSN -> identifier.setSystem(Systems.BSN);
            case PersonIdentifier.LOCAL -> identifier;
            default -> identifier.setSystem(number.system());
        };
    }

    /** As far as it is known; FHIR leaves out what is not. */
    private static String date(PersonDetails person) {
        return person.birthDate().toString().replaceFirst("(-00)+$", "").replaceFirst("^0000.*", "");
    }

    private static String id(PersonDetails person, String otherwise) {
        return person.ref().value().matches(ID) ? person.ref().value() : otherwise;
    }

    private Reference add(Resource resource, String id) {
        resource.setId(id);
        bundle.addEntry()
                .setFullUrl(Systems.OURS + resource.fhirType() + "/" + id)
                .setResource(resource);
        return new Reference(resource.fhirType() + "/" + id);
    }

    private static CodeableConcept coded(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
