package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * The referral of a general practice as Nictiz publishes it (Nictiz-R4-ELZ, hg-Referral): Task, ServiceRequest and Composition.
 * The status of Task and ServiceRequest may contradict each other; a referral is what was asked, so neither is a fault.
 */
final class ReferralReading {

    private final FhirSource source;

    ReferralReading(FhirSource source) {
        this.source = source;
    }

    Translation translation() {
        ServiceRequest request = request();
        Patient patient = request == null ? null : source.need(request.getSubject(), request, "subject", Patient.class);
        if (request == null || patient == null) {
            return source.untranslatable();
        }
        PartialDate at = FhirDates.partial(request.getAuthoredOnElement()).orElse(PartialDate.UNKNOWN);
        source.take(request.getAuthoredOnElement(), request.getStatusElement(), request.getIntentElement());
        FhirPeople people = FhirPeople.of(source, patient, at);
        List<Section> sections = new ArrayList<>(people.sections());
        sections.addAll(letter(request, people, patient));
        ConsentReading consents = new ConsentReading(source, people);
        Draft draft = new Draft(
                MessageKind.REFERRAL,
                recipient(request),
                ProfessionalRole.ARTS,
                Purpose.CARE,
                LegalBasis.CONSENT,
                urgency(request),
                null,
                null,
                people.all(),
                sections,
                consents.statements(),
                Set.of(),
                false);
        return source.faulty() ? source.untranslatable() : new Translation.Translated(draft, source.completeness());
    }

    /** The request that the Task is about, else the only one. */
    private @Nullable ServiceRequest request() {
        List<Task> tasks = source.all(Task.class);
        if (tasks.size() > 1) {
            source.fault("/", "AMBIGUOUS", "One referral a document: there is more than one Task.");
            return null;
        }
        for (Task task : tasks) {
            source.take(task.getStatusElement(), task.getIntentElement(), task.getCode(), task.getAuthoredOnElement());
            source.need(task.getFor(), task, "for", Patient.class);
            return source.need(task.getFocus(), task, "focus", ServiceRequest.class);
        }
        List<ServiceRequest> requests = source.all(ServiceRequest.class);
        if (requests.size() != 1) {
            source.fault("/", "AMBIGUOUS", "One referral a document: there is more than one ServiceRequest.");
            return null;
        }
        return requests.get(0);
    }

    private List<Section> letter(ServiceRequest request, FhirPeople people, Patient patient) {
        LetterSections letter =
                new LetterSections(source, people, people.details(patient).ref());
        for (Reference info : request.getSupportingInfo()) {
            boolean composition = "Composition".equals(info.getType())
                    || (info.getReference() != null && info.getReference().contains("Composition/"));
            Composition found = composition
                            || source.resolve(info)
                                    .filter(Composition.class::isInstance)
                                    .isPresent()
                    ? source.need(info, request, "supportingInfo", Composition.class)
                    : null;
            if (found != null) {
                letter.read(found);
            }
        }
        if (!request.hasSupportingInfo()) {
            source.all(Composition.class).forEach(letter::read);
        }
        letter.reasons(request);
        if (!letter.hasReason() && !source.faulty()) {
            source.fault(source.path(request), "REASON_MISSING", "A referral says why: no reason was found.");
        }
        return letter.sections();
    }

    private Urgency urgency(ServiceRequest request) {
        source.take(request.getPriorityElement());
        if (request.getPriority() == null) {
            return Urgency.ROUTINE;
        }
        return switch (request.getPriority()) {
            case STAT -> Urgency.ACUTE;
            case URGENT, ASAP -> Urgency.PRIORITY;
            case ROUTINE, NULL -> Urgency.ROUTINE;
        };
    }

    private @Nullable OrganisationId recipient(ServiceRequest request) {
        for (Reference performer : request.getPerformer()) {
            Resource found = source.resolve(performer).orElse(null);
            if (found instanceof PractitionerRole role) {
                found = source.resolve(role.getOrganization()).orElse(null);
            }
            OrganisationId id =
                    found instanceof Organization organization ? Identifiers.organisation(organization, source) : null;
            if (id != null) {
                source.take(performer);
                return id;
            }
        }
        return null;
    }
}
