package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a care plan by sort. An activity is planning only when its code says so in our list (evaluation, meeting, contact);
 * what is done in any other activity, and every word of free text, is treatment.
 */
final class PlanSections {

    private final FhirSource source;
    private final Patient subject;
    private final PersonRef patient;
    private final LifeDomain domain;
    private final List<Section> sections = new ArrayList<>();
    private boolean goal;

    PlanSections(FhirSource source, FhirPeople people, Patient subject, LifeDomain domain) {
        this.source = source;
        this.subject = subject;
        this.patient = people.details(subject).ref();
        this.domain = domain;
    }

    List<Section> sections() {
        return sections;
    }

    boolean hasGoal() {
        return goal;
    }

    void goal(Goal stated) {
        if (!stated.getDescription().hasText()) {
            source.fault(source.path(stated) + ".description", "REQUIRED", "A goal is described in words.");
            return;
        }
        goal = true;
        about(stated.getSubject(), stated);
        source.take(stated.getLifecycleStatusElement(), stated.getDescription());
        stated.getCategory().forEach(source::take);
        PartialDate due = null;
        if (stated.hasTarget() && stated.getTargetFirstRep().getDue() instanceof org.hl7.fhir.r4.model.DateType date) {
            due = FhirDates.partial(date).orElse(null);
            source.take(date);
        }
        String status = stated.getLifecycleStatus() == null
                ? null
                : stated.getLifecycleStatus().toCode();
        LifeDomain its = FhirDomains.named(stated.getCategory()).orElse(domain);
        Content content = new Content.Goal(stated.getDescription().getText(), status, due);
        add("goal", DataCategory.GOALS, its, true, content);
        notes(stated.getNote());
    }

    void plan(CarePlan plan) {
        source.take(plan.getStatusElement(), plan.getIntentElement());
        plan.getCategory().forEach(source::take);
        if (plan.hasPeriod()) {
            source.take(plan.getPeriod());
            source.take(plan.getAuthor());
            planned(true, "Looptijd van het plan", plan.getPeriod(), name(plan.getAuthor()));
        }
        source.take(plan.getTitleElement(), plan.getDescriptionElement());
        treatment(plan.getTitle());
        treatment(plan.getDescription());
        plan.getActivity().forEach(this::activity);
        plan.getAddresses().forEach(this::condition);
        notes(plan.getNote());
    }

    private void activity(CarePlanActivityComponent activity) {
        CarePlanActivityDetailComponent detail = activity.getDetail();
        if (activity.hasDetail()) {
            boolean planning = organisational(detail.getCode());
            String description = detail.getCode().hasText()
                    ? detail.getCode().getText()
                    : detail.getCode().getCodingFirstRep().getDisplay();
            Reference performer = detail.getPerformerFirstRep();
            source.take(detail.getKindElement(), detail.getStatusElement(), detail.getCode());
            source.take(performer);
            planned(planning, description == null ? "Activiteit" : description, period(detail), name(performer));
            source.take(detail.getDescriptionElement());
            treatment(detail.getDescription());
        }
        notes(activity.getProgress());
    }

    private static boolean organisational(CodeableConcept code) {
        return code.getCoding().stream()
                .filter(coding -> Systems.ACTIVITY.equals(coding.getSystem()))
                .map(Coding::getCode)
                .anyMatch(List.of("EVALUATION", "MEETING", "CONTACT")::contains);
    }

    /** A repeating or worded schedule has no place in the shared language; it stays at the sender. */
    private Period period(CarePlanActivityDetailComponent detail) {
        if (detail.getScheduled() instanceof Period period) {
            source.take(period);
            return period;
        }
        Period period = new Period();
        if (detail.getScheduled() instanceof Timing timing && timing.hasEvent()) {
            source.take(timing.getEvent().get(0));
            period.setStartElement(timing.getEvent().get(0));
        }
        return period;
    }

    private void planned(boolean planning, String description, Period period, @Nullable String responsible) {
        Optional<PartialDate> from = FhirDates.partial(period.getStartElement());
        Optional<PartialDate> until = FhirDates.partial(period.getEndElement());
        Content content = new Content.Planned(description, from.orElse(null), until.orElse(null), responsible);
        add(
                planning ? "planning" : "treatment",
                planning ? DataCategory.PLANNING : DataCategory.TREATMENT,
                domain,
                planning,
                content);
    }

    private void notes(List<Annotation> notes) {
        for (Annotation note : notes) {
            source.take(note.getTextElement());
            treatment(note.getText());
        }
    }

    private void treatment(@Nullable String text) {
        if (text != null) {
            Content content = new Content.Statement(text, AssertionType.PROFESSIONAL_OPINION, null, null);
            add("treatment", DataCategory.TREATMENT, domain, false, content);
        }
    }

    private void condition(Reference reference) {
        if (source.resolve(reference).orElse(null) instanceof Condition condition) {
            about(condition.getSubject(), condition);
            source.take(reference, condition.getCode(), condition.getClinicalStatus());
            FhirDomains.coded(condition.getCode())
                    .ifPresent(content -> add("diagnosis", DataCategory.DIAGNOSIS, domain, false, content));
        }
    }

    /** A goal or a diagnosis of somebody else would come out as the patient's. */
    private void about(Reference reference, Base owner) {
        Patient found = source.need(reference, owner, "subject", Patient.class);
        if (found != null && found != subject) {
            source.fault(source.path(reference), "WRONG_SUBJECT", "This is about another patient than the plan.");
        }
    }

    /** A professional by name; the name of an organisation or a person of the family is never taken here. */
    private @Nullable String name(Reference reference) {
        return Professionals.name(reference, source);
    }

    private void add(String sort, DataCategory category, LifeDomain its, boolean mandatory, Content content) {
        SectionId id = new SectionId(sort + "-" + (sections.size() + 1));
        sections.add(new Section(id, patient, category, its, mandatory, content));
    }
}
