package nl.sluis.adapter.partners.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.Purpose;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * FHIR R4 Consent in one flat profile: one giver, named recipients, no nested provisions. Mitz writes a refusal as status
 * {@code inactive} without a {@code provision.type}; an active consent without a type says nothing and is a fault.
 */
final class ConsentReading {

    private final FhirSource source;
    private final ConsentPeople people;

    /** Consents beside a message, whose people are known. */
    ConsentReading(FhirSource source, FhirPeople people) {
        this.source = source;
        this.people = new ConsentPeople(source, people);
    }

    private ConsentReading(FhirSource source) {
        this.source = source;
        this.people = new ConsentPeople(source, null);
    }

    /** A document of consents only. */
    static Translation consents(FhirSource source) {
        List<ConsentStatement> statements = new ConsentReading(source).statements();
        return source.faulty() ? source.untranslatable() : new Translation.Consents(statements, source.completeness());
    }

    List<ConsentStatement> statements() {
        List<ConsentStatement> statements = new ArrayList<>();
        for (Consent consent : source.all(Consent.class)) {
            ConsentStatement statement = ConsentProfile.fits(consent, source) ? statement(consent) : null;
            if (statement != null) {
                statements.add(statement);
            }
        }
        return statements;
    }

    private @Nullable ConsentStatement statement(Consent consent) {
        ConsentDecision decision = decision(consent);
        PersonDetails subject = people.patient(consent);
        if (decision == null || subject == null) {
            return null;
        }
        ProvisionComponent provision = consent.getProvision();
        ConsentScope scope = new ConsentScope(source, consent, decision);
        Period period = provision.getPeriod();
        source.take(provision.getTypeElement(), period, consent.getDateTimeElement(), consent.getScope());
        Resource performer = performer(consent);
        PersonDetails giver = performer instanceof RelatedPerson related ? people.related(related) : subject;
        return new ConsentStatement(
                consent.getIdElement().getIdPart(),
                giver,
                performer instanceof RelatedPerson ? Relationships.capacity(giver.role()) : Capacity.SELF,
                List.of(subject),
                scope.custodian(),
                scope.recipients(),
                purposes(provision, decision),
                scope.categories(),
                scope.lifeDomains(),
                decision,
                first(period),
                last(period),
                FhirDates.moment(consent.getDateTimeElement()),
                evidence(consent),
                null);
    }

    /** Absence is never a permit: only an active consent whose provision says so. */
    private @Nullable ConsentDecision decision(Consent consent) {
        source.take(consent.getStatusElement());
        ConsentState status = consent.getStatus();
        Consent.ConsentProvisionType type = consent.getProvision().getType();
        if (status == ConsentState.ACTIVE && type == Consent.ConsentProvisionType.PERMIT) {
            return ConsentDecision.GIVEN;
        }
        boolean refused = (status == ConsentState.ACTIVE && type == Consent.ConsentProvisionType.DENY)
                || (status == ConsentState.INACTIVE && type != Consent.ConsentProvisionType.PERMIT)
                || status == ConsentState.REJECTED;
        if (refused) {
            return ConsentDecision.REFUSED;
        }
        String path = source.path(consent);
        if (status == ConsentState.ACTIVE) {
            source.fault(path + ".provision.type", "PROVISION_TYPE_MISSING", "Says neither permit nor deny.");
        } else {
            source.fault(path + ".status", "CONSENT_NOT_IN_FORCE", "This status states no consent and no refusal.");
        }
        return null;
    }

    private @Nullable Resource performer(Consent consent) {
        if (!consent.hasPerformer()) {
            return null;
        }
        Reference reference = consent.getPerformerFirstRep();
        Resource found = source.resolve(reference).orElse(null);
        if (found instanceof Patient patient
                && source.resolve(consent.getPatient()).orElse(null) == patient) {
            source.take(reference);
        } else if (found instanceof RelatedPerson) {
            source.take(reference);
        } else {
            source.fault(
                    source.path(reference), "GIVER_NOT_SUPPORTED", "The giver is the patient or a RelatedPerson here.");
        }
        return found;
    }

    private Set<Purpose> purposes(ProvisionComponent provision, ConsentDecision decision) {
        Set<Purpose> purposes = new HashSet<>();
        for (Coding coding : provision.getPurpose()) {
            Purpose purpose = purpose(coding);
            if (purpose != null) {
                source.take(coding);
                purposes.add(purpose);
            } else if (decision == ConsentDecision.GIVEN) {
                source.fault(source.path(coding), "UNKNOWN_CODE", "Not a purpose that is known.");
            } else {
                return Set.of();
            }
        }
        return purposes;
    }

    private static @Nullable Purpose purpose(Coding coding) {
        boolean reason =
                Systems.ACT_REASON.equals(coding.getSystem()) || Systems.ACT_REASON_OLD.equals(coding.getSystem());
        if (reason && "TREAT".equals(coding.getCode())) {
            return Purpose.CARE;
        }
        for (Purpose purpose : Purpose.values()) {
            if (Systems.PURPOSE.equals(coding.getSystem()) && purpose.name().equals(coding.getCode())) {
                return purpose;
            }
        }
        return null;
    }

    /** Mitz is itself the register; elsewhere the form that was signed. */
    private @Nullable String evidence(Consent consent) {
        String id = consent.getIdElement().getIdPart();
        if (ConsentProfile.mitz(consent)) {
            return id == null ? null : "mitz-" + id;
        }
        if (consent.getSource() instanceof Reference reference && reference.hasReference()) {
            source.take(reference);
            return reference.getReference();
        }
        if (consent.getSource() instanceof Attachment attachment && attachment.hasTitle()) {
            source.take(attachment.getTitleElement());
            return attachment.getTitle();
        }
        return null;
    }

    private static @Nullable LocalDate first(Period period) {
        return FhirDates.partial(period.getStartElement())
                .map(PartialDate::latest)
                .orElse(null);
    }

    private static @Nullable LocalDate last(Period period) {
        return FhirDates.partial(period.getEndElement())
                .map(PartialDate::earliest)
                .orElse(null);
    }
}
