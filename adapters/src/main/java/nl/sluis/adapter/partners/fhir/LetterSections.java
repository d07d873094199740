package nl.sluis.adapter.partners.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The headings of a referral letter, each a section of its own sort; a heading that nobody knows counts as medical. */
final class LetterSections {

    private static final String TEXT = "http://nictiz.nl/fhir/StructureDefinition/ext-TextValue";
    private static final String REASON = "reason";

    private static final Map<String, DataCategory> CATEGORIES = Map.of(
            Systems.SNOMED + "|440378000", DataCategory.OBSERVATION,
            Systems.SNOMED + "|108631000146107", DataCategory.TREATMENT,
            Systems.SNOMED + "|240471000146100", DataCategory.PLANNING,
            Systems.LOINC + "|42349-1", DataCategory.OBSERVATION,
            Systems.LOINC + "|18776-5", DataCategory.PLANNING,
            Systems.LOINC + "|29762-2", DataCategory.OBSERVATION);

    private final FhirSource source;
    private final FhirPeople people;
    private final PersonRef patient;
    private final List<Section> sections = new ArrayList<>();
    private final LifeDomain domain;
    private boolean reason;

    LetterSections(FhirSource source, FhirPeople people, PersonRef patient) {
        this.source = source;
        this.people = people;
        this.patient = patient;
        this.domain = source.all(Condition.class).stream()
                .map(condition -> FhirDomains.of(condition.getCode()))
                .findFirst()
                .orElse(LifeDomain.LGZ);
    }

    List<Section> sections() {
        return sections;
    }

    boolean hasReason() {
        return reason;
    }

    void read(Composition letter) {
        source.take(letter.getStatusElement(), letter.getType(), letter.getDateElement(), letter.getTitleElement());
        source.need(letter.getSubject(), letter, "subject", org.hl7.fhir.r4.model.Patient.class);
        letter.getSection().forEach(this::heading);
    }

    /** Reasons that stand in the request itself, with or without a letter. */
    void reasons(ServiceRequest request) {
        for (CodeableConcept code : request.getReasonCode()) {
            source.take(code);
            if (code.hasText()) {
                statement(code.getText(), DataCategory.OBSERVATION, patient, true);
            }
            coded(code, patient);
        }
        request.getReasonReference().forEach(this::condition);
        for (Annotation note : request.getNote()) {
            source.take(note.getTextElement());
            statement(note.getText(), DataCategory.DIAGNOSIS, patient, false);
        }
    }

    private void heading(SectionComponent heading) {
        String text = text(heading);
        PersonRef subject = subject(heading);
        if (text != null) {
            source.take(heading.getTitleElement(), heading.getCode(), heading.getText(), heading.getModeElement());
            DataCategory category = category(heading.getCode());
            boolean main = category == DataCategory.OBSERVATION && subject.equals(patient);
            statement(text, category, subject, main);
        } else if (heading.hasSection()) {
            source.take(heading.getTitleElement(), heading.getCode());
        }
        heading.getEntry().forEach(this::condition);
        heading.getSection().forEach(this::heading);
    }

    private PersonRef subject(SectionComponent heading) {
        if (!heading.hasFocus()) {
            return patient;
        }
        var found = source.resolve(heading.getFocus()).orElse(null);
        if (found == null || !people.knows(found)) {
            source.fault(
                    source.path(heading.getFocus()),
                    "REFERENCE_NOT_FOUND",
                    "The person that this is about is not here.");
            return patient;
        }
        source.take(heading.getFocus());
        return people.ref(found, patient);
    }

    private @Nullable String text(SectionComponent heading) {
        Extension extension = Extensions.first(heading.getExtension(), TEXT);
        if (extension != null && extension.getValue() instanceof StringType text && text.getValue() != null) {
            source.take(extension);
            return text.getValue();
        }
        return Narratives.plain(heading.getText());
    }

    private static DataCategory category(CodeableConcept code) {
        for (Coding coding : code.getCoding()) {
            DataCategory category = CATEGORIES.get(coding.getSystem() + "|" + coding.getCode());
            if (category != null) {
                return category;
            }
        }
        return DataCategory.DIAGNOSIS;
    }

    private void condition(Reference reference) {
        if (source.resolve(reference).orElse(null) instanceof Condition condition) {
            source.take(reference, condition.getCode(), condition.getSubject(), condition.getClinicalStatus());
            condition.getCategory().forEach(source::take);
            PersonRef subject = source.resolve(condition.getSubject())
                    .map(found -> people.ref(found, patient))
                    .orElse(patient);
            coded(condition.getCode(), subject);
        } else if ("Condition".equals(reference.getType())) {
            source.need(reference, reference, "reference", Condition.class);
        }
    }

    private void coded(CodeableConcept concept, PersonRef subject) {
        FhirDomains.coded(concept)
                .ifPresent(
                        content -> add("diagnosis", subject, DataCategory.DIAGNOSIS, FhirDomains.of(concept), content));
    }

    private void statement(String text, DataCategory category, PersonRef subject, boolean main) {
        Content content = new Content.Statement(text, AssertionType.PROFESSIONAL_OPINION, (PartialDate) null, null);
        boolean first = main && !reason;
        reason |= main;
        SectionId id = new SectionId(first ? REASON : "letter-" + (sections.size() + 1));
        sections.add(new Section(id, subject, category, domain, main, content));
    }

    private void add(String sort, PersonRef subject, DataCategory category, LifeDomain domain, Content content) {
        SectionId id = new SectionId(sort + "-" + (sections.size() + 1));
        sections.add(new Section(id, subject, category, domain, false, content));
    }
}
