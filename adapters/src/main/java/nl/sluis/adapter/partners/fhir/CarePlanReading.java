package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** A summary of a care plan: goals and planning are what it is for; all else is optional and counts as treatment. */
final class CarePlanReading {

    private final FhirSource source;

    CarePlanReading(FhirSource source) {
        this.source = source;
    }

    Translation translation() {
        List<CarePlan> plans = source.all(CarePlan.class);
        CarePlan plan = plans.get(0);
        if (plans.size() > 1) {
            source.fault("/", "AMBIGUOUS", "One care plan a document.");
        }
        Patient patient = source.need(plan.getSubject(), plan, "subject", Patient.class);
        if (patient == null || source.faulty()) {
            return source.untranslatable();
        }
        PartialDate at = FhirDates.partial(plan.getPeriod().getStartElement()).orElse(PartialDate.UNKNOWN);
        FhirPeople people = FhirPeople.of(source, patient, at);
        LifeDomain domain = FhirDomains.named(plan.getCategory()).orElse(LifeDomain.GGZ);
        PlanSections sections = new PlanSections(source, people, patient, domain);
        goals(plan, sections);
        sections.plan(plan);
        if (!sections.hasGoal()) {
            source.fault(source.path(plan), "GOALS_MISSING", "A summary of a care plan has at least one Goal.");
        }
        List<Section> all = new ArrayList<>(people.sections());
        all.addAll(sections.sections());
        return source.faulty() ? source.untranslatable() : translated(people, all);
    }

    private Translation translated(FhirPeople people, List<Section> sections) {
        Draft draft = new Draft(
                MessageKind.PLAN_SUMMARY,
                null,
                ProfessionalRole.BEHANDELAAR,
                Purpose.CARE,
                LegalBasis.CONSENT,
                Urgency.ROUTINE,
                null,
                null,
                people.all(),
                sections,
                new ConsentReading(source, people).statements(),
                Set.of(),
                false);
        return source.faulty() ? source.untranslatable() : new Translation.Translated(draft, source.completeness());
    }

    private void goals(CarePlan plan, PlanSections sections) {
        for (Reference reference : plan.getGoal()) {
            Goal goal = source.need(reference, plan, "goal", Goal.class);
            if (goal != null) {
                sections.goal(goal);
            }
        }
    }
}
