package nl.sluis.adapter.partners.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.hl7v2.Segments.Named;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Drafting;
import nl.sluis.adapter.source.Hl7Date;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A referral: the reason is what it is for and mandatory; everything clinical beside it is optional and counts as diagnosis or
 * treatment, also text without a heading.
 */
final class ReferralReading {

    private static final List<String> PROVIDERS = List.of("PRD", "CTD");

    /** HL7 table 0085: deleted, wrong, and no result. */
    private static final Set<String> WITHDRAWN = Set.of("D", "W", "X");

    private final Segments segments;
    private final List<Violation> faults = new ArrayList<>();

    ReferralReading(Segments segments) {
        this.segments = segments;
    }

    Translation translation() {
        Named patient = segments.first("PID");
        if (patient == null || segments.all("PID").size() > 1) {
            return no("PID[1]", "REQUIRED", "A referral is about one patient.");
        }
        List<DraftPerson> people = new ArrayList<>();
        PersonFields fields = new PersonFields(segments, patient, faults);
        if (!fields.known()) {
            return no("PID[1].5", "REQUIRED", "The patient has no name.");
        }
        PartialDate at = Hl7Date.read(segments.take(segments.first("MSH"), 7, 1));
        PartialDate today = at == null ? PartialDate.UNKNOWN : at;
        DraftPerson subject = new DraftPerson("patient", DraftPerson.patient(fields.born(), today));
        fields.patient(subject, Standing.SUBJECT);
        people.add(subject);
        for (Named kin : segments.all("NK1")) {
            PersonFields relative = new PersonFields(segments, kin, faults);
            HouseholdRole role = KinRoles.role(segments, kin, relative.kinBorn(), today);
            DraftPerson other = new DraftPerson("nk1-" + people.size(), role);
            relative.kin(other);
            people.add(other);
        }
        boolean reason = referral(subject);
        reason = notes(subject) || reason;
        if (!reason) {
            return no("RF1[1].10", "REASON_MISSING", "A referral says why: no reason was found.");
        }
        if (!faults.isEmpty()) {
            return new Translation.Untranslatable(faults);
        }
        findings(subject);
        header();
        return new Translation.Translated(
                new Drafting(MessageKind.REFERRAL)
                        .on(LegalBasis.CONSENT, Purpose.CARE)
                        .by(ProfessionalRole.ARTS, urgency())
                        .about(people)
                        .draft(),
                segments.completeness());
    }

    private boolean referral(DraftPerson patient) {
        Named referral = segments.first("RF1");
        String code = segments.take(referral, 10, 1);
        String text = segments.take(referral, 10, 2);
        segments.take(referral, 1, 1);
        segments.take(referral, 3, 1);
        segments.take(referral, 6, 1);
        segments.take(referral, 7, 1);
        String reason = text == null ? code : text;
        if (reason != null) {
            // A code alone is not a word of why: it says what the patient has
            DataCategory category = text == null ? DataCategory.DIAGNOSIS : DataCategory.OBSERVATION;
            patient.add("reden", category, LifeDomain.LGZ, true, stated(reason));
        }
        return reason != null;
    }

    private boolean notes(DraftPerson patient) {
        int number = 0;
        for (Named note : segments.all("NTE")) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < Segments.repetitions(note, 3); i++) {
                String line = segments.take(note, 3, i, 1, 1);
                lines.add(line == null ? "" : line);
            }
            segments.take(note, 1, 1);
            segments.take(note, 2, 1);
            String text = String.join("\n", lines).strip();
            if (!text.isEmpty()) {
                patient.add("tekst-" + ++number, DataCategory.DIAGNOSIS, LifeDomain.LGZ, false, stated(text));
            }
        }
        return number > 0;
    }

    private void findings(DraftPerson patient) {
        int number = 0;
        for (Named diagnosis : segments.all("DG1")) {
            segments.take(diagnosis, 1, 1);
            segments.take(diagnosis, 2, 1);
            String code = segments.take(diagnosis, 3, 1);
            String display = segments.take(diagnosis, 3, 2);
            String system = segments.take(diagnosis, 3, 3);
            String words = segments.take(diagnosis, 4, 1);
            if (code != null) {
                Content coded = new Content.Coded(system == null ? "onbekend" : system, code, display);
                patient.add("dg1-" + ++number, DataCategory.DIAGNOSIS, domain(code), false, coded);
            }
            if (words != null) {
                patient.add("dg1-" + ++number, DataCategory.DIAGNOSIS, domain(code), false, stated(words));
            }
        }
        for (Named allergy : segments.all("AL1")) {
            segments.take(allergy, 1, 1);
            segments.take(allergy, 2, 1);
            String code = segments.take(allergy, 3, 1);
            String display = segments.take(allergy, 3, 2);
            String words = display == null ? code : display;
            if (words != null) {
                patient.add(
                        "al1-" + ++number, DataCategory.DIAGNOSIS, LifeDomain.LGZ, false, stated("Allergie: " + words));
            }
        }
        for (Named observation : segments.all("OBX")) {
            observation(patient, observation, ++number);
        }
    }

    /** Text, numbers and codes; files, pointers and what was withdrawn stay at the sender, and are in the account. */
    private void observation(DraftPerson patient, Named observation, int number) {
        String status = Segments.raw(observation, 11, 0, 1, 1);
        if (status != null && WITHDRAWN.contains(status.toUpperCase(Locale.ROOT))) {
            segments.leave(observation);
            return;
        }
        String type = segments.take(observation, 2, 1);
        if (type == null || !List.of("ST", "TX", "FT", "NM", "CE", "DT").contains(type)) {
            return;
        }
        String display = segments.take(observation, 3, 2);
        String label = display == null ? segments.take(observation, 3, 1) : display;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < Segments.repetitions(observation, 5); i++) {
            String named = type.equals("CE") ? segments.take(observation, 5, i, 2, 1) : null;
            String value = named == null ? segments.take(observation, 5, i, 1, 1) : named;
            if (value != null) {
                values.add(value);
            }
        }
        String unit = segments.take(observation, 6, 1);
        segments.take(observation, 1, 1);
        segments.take(observation, 11, 1);
        if (!values.isEmpty()) {
            String text =
                    (label == null ? "" : label + ": ") + String.join("\n", values) + (unit == null ? "" : " " + unit);
            patient.add("obx-" + number, DataCategory.DIAGNOSIS, LifeDomain.LGZ, false, stated(text));
        }
    }

    /** Who sends stands in the envelope; who is at work at a practice is nobody of the household. */
    private void header() {
        for (Named each : segments.all()) {
            boolean header = each.tag().equals("MSH");
            if (header || PROVIDERS.contains(each.tag())) {
                for (int field = 1; field <= each.segment().numFields(); field++) {
                    if (Segments.repetitions(each, field) > 0) {
                        segments.note(each, field, header ? Fate.MAPPED : Fate.NOT_RELEASED);
                    }
                }
            }
        }
    }

    private Urgency urgency() {
        String priority = segments.take(segments.first("RF1"), 2, 1);
        return switch (priority == null ? "" : priority.toUpperCase(Locale.ROOT)) {
            case "S" -> Urgency.ACUTE;
            case "A" -> Urgency.PRIORITY;
            default -> Urgency.ROUTINE;
        };
    }

    /** The chapter of an ICPC code, as for FHIR (docs/partners/gp.md). */
    private static LifeDomain domain(@Nullable String code) {
        if (code == null || !code.matches("[A-Z][0-9]{2}.*")) {
            return LifeDomain.LGZ;
        }
        return switch (code.charAt(0) == 'Z' ? code.substring(0, 3) : code.substring(0, 1)) {
            case "P" -> LifeDomain.GGZ;
            case "Z01", "Z02" -> LifeDomain.FIN;
            case "Z03" -> LifeDomain.HUI;
            case "Z05", "Z06", "Z07" -> LifeDomain.WOP;
            case "Z09" -> LifeDomain.JUS;
            default -> code.charAt(0) == 'Z' ? LifeDomain.REL : LifeDomain.LGZ;
        };
    }

    private static Content stated(String text) {
        return new Content.Statement(text, AssertionType.PROFESSIONAL_OPINION, null, null);
    }

    private static Translation no(String path, String code, String message) {
        return new Translation.Untranslatable(List.of(new Violation(path, code, message)));
    }
}
