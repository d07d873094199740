package nl.sluis.policyset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.SectionId;
import nl.sluis.policy.ArrearsRecord;
import nl.sluis.policy.Informing;
import nl.sluis.policy.Measure;
import nl.sluis.policy.Meeting;
import nl.sluis.policy.MeldcodeRecord;
import nl.sluis.policy.RecordedFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the recorded facts of a case. */
final class CaseFactsReader {

    private static final String INVALID = CaseReader.INVALID;
    private static final Set<String> STEPS = Set.of("1", "2", "3", "4", "5");
    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private final CaseObject root;
    private final @Nullable Instant sending;

    /**
     * @param sending the moment of the case; null when it is not readable, which is an error of its own
     */
    CaseFactsReader(CaseObject root, @Nullable Instant sending) {
        this.root = root;
        this.sending = sending;
    }

    RecordedFacts read() {
        List<ConsentRecord> consents = root.objects("consents", root.field("consents"), this::consent);
        MeldcodeRecord meldcode = root.object("meldcode", root.field("meldcode"))
                .map(this::meldcode)
                .orElse(null);
        List<Informing> informing = root.objects("informing", root.field("informing"), this::informing);
        ArrearsRecord arrears =
                root.object("arrears", root.field("arrears")).map(this::arrears).orElse(null);
        List<Measure> measures = root.objects("measures", root.field("measures"), this::measure);
        Set<SectionId> withheld = root.texts("withheldByProfessional", SectionId::new, INVALID);
        String second = root.text("secondProfessional", root.field("secondProfessional"), word -> word, INVALID);
        Meeting meeting =
                root.object("meeting", root.field("meeting")).map(this::meeting).orElse(null);
        RecordedFacts.Disclosure1215 disclosure =
                root.code("disclosure1215", root.field("disclosure1215"), RecordedFacts.Disclosure1215.class);
        return new RecordedFacts(
                consents,
                meldcode,
                informing,
                arrears,
                measures,
                withheld,
                second,
                meeting,
                disclosure == null ? RecordedFacts.Disclosure1215.BOTH : disclosure,
                root.flag("parentsMustNotKnow", false));
    }

    private @Nullable ConsentRecord consent(CaseObject consent) {
        String id = consent.text("id", consent.field("id"), word -> word, INVALID);
        PersonRef giver = consent.text("giver", consent.required("giver"), PersonRef::new, INVALID);
        Capacity capacity = consent.code("capacity", consent.required("capacity"), Capacity.class);
        Set<PersonRef> subjects = consent.texts("subjects", PersonRef::new, INVALID);
        OrganisationId discloser =
                consent.text("discloser", consent.required("discloser"), OrganisationId::new, INVALID);
        Set<OrganisationId> recipients = consent.texts("recipients", OrganisationId::new, INVALID);
        Set<Purpose> purposes = consent.codes("purposes", Purpose.class);
        Set<DataCategory> categories = consent.codes("categories", DataCategory.class);
        Set<LifeDomain> domains = consent.codes("lifeDomains", LifeDomain.class);
        ConsentDecision decision = consent.code("decision", consent.required("decision"), ConsentDecision.class);
        LocalDate from = consent.date("from");
        LocalDate until = consent.date("until");
        Instant recordedAt = recordedAt(consent, from, decision);
        Instant withdrawnAt = consent.moment("withdrawnAt", consent.field("withdrawnAt"));
        String evidence = consent.text("evidence", consent.field("evidence"), word -> word, INVALID);
        if (giver == null || capacity == null || discloser == null || decision == null || recordedAt == null) {
            return null;
        }
        return new ConsentRecord(
                id == null ? "" : id,
                giver,
                capacity,
                subjects,
                discloser,
                recipients,
                purposes,
                categories,
                domains,
                decision,
                from,
                until,
                recordedAt,
                withdrawnAt,
                evidence);
    }

    /**
     * When it was recorded. A consent that does not say so counts from its first day, or always, and is the oldest; a refusal is
     * the latest: unknown never helps.
     */
    private @Nullable Instant recordedAt(
            CaseObject consent, @Nullable LocalDate from, @Nullable ConsentDecision decision) {
        Optional<JsonNode> stated = consent.field("recordedAt");
        if (stated.isPresent()) {
            return consent.moment("recordedAt", stated);
        }
        if (decision == ConsentDecision.REFUSED && sending != null) {
            return sending;
        }
        return from == null ? Instant.EPOCH : from.atStartOfDay(HOME).toInstant();
    }

    private MeldcodeRecord meldcode(CaseObject meldcode) {
        Map<Integer, MeldcodeRecord.Step> steps = new HashMap<>();
        Optional<CaseObject> found = meldcode.object("steps", meldcode.field("steps"));
        found.ifPresent(object -> object.names().forEach(name -> step(object, name, steps)));
        MeldcodeRecord.Weighing weighing =
                meldcode.code("weighing", meldcode.field("weighing"), MeldcodeRecord.Weighing.class);
        String responsible = meldcode.text("responsible", meldcode.field("responsible"), word -> word, INVALID);
        LocalDate advice = meldcode.date("vtAdviceAt");
        boolean acute = meldcode.flag("acute", false);
        meldcode.done();
        return new MeldcodeRecord(steps, weighing, responsible, advice, acute);
    }

    private static void step(CaseObject steps, String number, Map<Integer, MeldcodeRecord.Step> into) {
        if (!STEPS.contains(number)) {
            steps.error(steps.at(number), "UNKNOWN_FIELD");
            return;
        }
        steps.object(number, steps.field(number)).ifPresent(step -> {
            LocalDate at = step.date("at");
            String actor = step.text("actor", step.field("actor"), word -> word, INVALID);
            MeldcodeRecord.Skipped skipped = step.code("skipped", step.field("skipped"), MeldcodeRecord.Skipped.class);
            step.done();
            into.put(Integer.valueOf(number), new MeldcodeRecord.Step(at, actor, skipped));
        });
    }

    private @Nullable Informing informing(CaseObject informing) {
        PersonRef person = informing.text("person", informing.required("person"), PersonRef::new, INVALID);
        informing.required("informed");
        boolean informed = informing.flag("informed", false);
        LocalDate at = informing.date("at");
        Informing.Manner manner = informing.code("manner", informing.field("manner"), Informing.Manner.class);
        Informing.NotInformed reason = informing.code("reason", informing.field("reason"), Informing.NotInformed.class);
        return person == null ? null : new Informing(person, informed, at, manner, reason);
    }

    private ArrearsRecord arrears(CaseObject arrears) {
        ArrearsRecord record = new ArrearsRecord(
                arrears.flag("contactAttempted", false),
                arrears.flag("pointedToHelp", false),
                arrears.flag("writtenReminder", false),
                arrears.flag("offeredToPassOn", false),
                arrears.flag("tenantObjected", false));
        arrears.done();
        return record;
    }

    private @Nullable Meeting meeting(CaseObject meeting) {
        meeting.required("at");
        LocalDate at = meeting.date("at");
        Set<PersonRef> persons = meeting.texts("persons", PersonRef::new, INVALID);
        Set<OrganisationId> organisations = meeting.texts("organisations", OrganisationId::new, INVALID);
        Set<LifeDomain> discussed = meeting.codes("lifeDomains", LifeDomain.class);
        Set<PersonRef> objected = meeting.texts("objected", PersonRef::new, INVALID);
        meeting.done();
        return at == null ? null : new Meeting(at, persons, organisations, discussed, objected);
    }

    private @Nullable Measure measure(CaseObject measure) {
        Measure.Type type = measure.code("type", measure.required("type"), Measure.Type.class);
        PersonRef subject = measure.text("subject", measure.required("subject"), PersonRef::new, INVALID);
        OrganisationId executor = measure.text("executor", measure.required("executor"), OrganisationId::new, INVALID);
        LocalDate from = measure.date("from");
        LocalDate until = measure.date("until");
        return type == null || subject == null || executor == null
                ? null
                : new Measure(type, subject, executor, from, until);
    }
}
