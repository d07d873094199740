package nl.sluis.adapter.partners.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.edifact.Interchange.Segment;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Drafting;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Sex;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/** One letter: who it is about, and its text, which is medical as a whole because nothing in it says which line is what. */
final class LetterReading {

    private static final Map<String, MessageKind> KINDS = Map.of(
            "MEDVRY", MessageKind.REFERRAL,
            "MEDSPE", MessageKind.INFO_PROVISION,
            "MEDEUR", MessageKind.HANDOVER);

    /** Years of two digits are of the century in which EDIFACT was used. */
    private static final int FIRST_YEAR = 87;

    private static final Set<String> PARTIES = Set.of("SEN", "REC");

    private final Interchange interchange;

    LetterReading(Interchange interchange) {
        this.interchange = interchange;
    }

    Translation translation() {
        List<Segment> headers = interchange.all("UNH");
        if (headers.size() != 1) {
            return no("UNH", "AMBIGUOUS", "One message an interchange.");
        }
        Segment header = headers.get(0);
        String type = interchange.take(header, "2.1");
        MessageKind kind = type == null ? null : KINDS.get(type);
        if (kind == null) {
            return no("UNH[1].2.1", "MESSAGE_NOT_SUPPORTED", "Only MEDVRY, MEDSPE, MEDEUR and MEDLAB are read.");
        }
        if (!Set.of("1", "2", "3").contains(String.valueOf(interchange.take(header, "2.2")))) {
            return no("UNH[1].2.2", "VERSION_NOT_SUPPORTED", "Only versions 1 to 3 are read.");
        }
        if (patients() > 1) {
            return no("PID[2]", "AMBIGUOUS", "A letter is about one patient.");
        }
        Segment birth = interchange.first("DTM", "BTH");
        PartialDate born = date(birth);
        if (birth != null && born == null) {
            return no(birth.path() + ".1.2", "NOT_A_DATE", "There is no such date.");
        }
        DraftPerson patient = new DraftPerson("patient", DraftPerson.patient(known(born), known(day())));
        if (!person(patient, known(born))) {
            return no("PID[1].3", "REQUIRED", "The patient has no name.");
        }
        String text = text();
        if (text.isEmpty()) {
            return no("FTX[1].4", "REQUIRED", "The letter has no text.");
        }
        Content letter = new Content.Statement(text, AssertionType.PROFESSIONAL_OPINION, day(), null);
        patient.add("brief", DataCategory.DIAGNOSIS, LifeDomain.LGZ, true, letter);
        service(header);
        Draft draft = new Drafting(kind)
                .on(LegalBasis.CONSENT, Purpose.CARE)
                .by(ProfessionalRole.ARTS, Urgency.ROUTINE)
                .about(List.of(patient))
                .draft();
        return new Translation.Translated(draft, interchange.completeness());
    }

    private long patients() {
        return interchange.all("PID").stream()
                .filter(pid -> "PAT".equals(Interchange.raw(pid, "1")))
                .count();
    }

    /** Whether somebody has a name. A number is a citizen service number only when it is said to be one. */
    private boolean person(DraftPerson patient, PartialDate born) {
        Segment pid = interchange.first("PID", "PAT");
        interchange.take(pid, "1");
        String sort = interchange.take(pid, "2.2");
        interchange.take(pid, "2.3");
        interchange.take(pid, "3");
        String family = interchange.take(pid, "3.2");
        String initials = interchange.take(pid, "3.3");
        String prefix = interchange.take(pid, "3.4");
        Sex sex = sex(interchange.take(pid, "4"));
        patient.identity(new PersonName(null, initials, prefix, family), born, sex, Standing.SUBJECT);
        String number = pid == null ? null : Interchange.raw(pid, "2");
        if (!"BSN".equals(sort)) {
            patient.known(PersonIdentifier.LOCAL, number);
        } else if (pid != null && number != null && !patient.bsn(number)) {
            interchange.note(pid, "2.1", Fate.NOT_UNDERSTOOD);
        }
        interchange.take(pid, "2");
        address(patient);
        return family != null;
    }

    private void address(DraftPerson patient) {
        Segment nad = interchange.first("NAD", "PAT");
        interchange.take(nad, "1");
        String street = interchange.take(nad, "5");
        String number = interchange.take(nad, "5.2");
        String city = interchange.take(nad, "6");
        String code = interchange.take(nad, "8");
        String country = interchange.take(nad, "9");
        if (street != null || city != null || code != null) {
            patient.address(new Content.Address(street, number, code, city, country, false));
        }
    }

    /** A line of one full stop stands for an empty one. */
    private String text() {
        List<String> lines = new ArrayList<>();
        for (Segment text : interchange.all("FTX")) {
            interchange.take(text, "1");
            interchange.take(text, "2");
            for (Map.Entry<String, String> element : text.elements().entrySet()) {
                if (element.getKey().equals("4") || element.getKey().startsWith("4.")) {
                    interchange.note(text, element.getKey(), Fate.MAPPED);
                    String line = element.getValue().stripTrailing();
                    lines.add(line.equals(".") || line.equals("\"\"") ? "" : line);
                }
            }
        }
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }

    private @Nullable PartialDate day() {
        PartialDate of = date(interchange.first("DTM", "137"));
        if (!known(of).equals(PartialDate.UNKNOWN)) {
            return of;
        }
        Segment unb = interchange.all("UNB").get(0);
        String sent = Interchange.raw(unb, "4");
        return sent == null || !sent.matches("[0-9]{6}") ? null : date(century(sent) + sent);
    }

    /** The century of a day whose year has two digits. */
    static String century(String day) {
        return Integer.parseInt(day.substring(0, 2)) >= FIRST_YEAR ? "19" : "20";
    }

    private static PartialDate known(@Nullable PartialDate date) {
        return date == null ? PartialDate.UNKNOWN : date;
    }

    /** Null when it says a date that does not exist; unknown when it says none. */
    private @Nullable PartialDate date(@Nullable Segment moment) {
        interchange.take(moment, "1");
        interchange.take(moment, "1.3");
        String text = interchange.take(moment, "1.2");
        return text == null ? PartialDate.UNKNOWN : date(text);
    }

    static @Nullable PartialDate date(String text) {
        if (!text.matches("[0-9]{8,14}")) {
            return null;
        }
        try {
            return PartialDate.parse(text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8));
        } catch (IllegalArgumentException noDate) {
            return null;
        }
    }

    /** Who sends stands in the envelope; the access reference often holds the name of the patient, so it goes nowhere. */
    private void service(Segment header) {
        interchange.note(header, "3", Fate.NOT_RELEASED);
        for (String tag : List.of("UNA", "UNB", "UNH", "UNT", "UNZ", "BGM")) {
            for (Segment segment : interchange.all(tag)) {
                segment.elements().keySet().forEach(place -> interchange.note(segment, place, Fate.MAPPED));
            }
        }
        for (Segment party : interchange.all("NAD")) {
            if (PARTIES.contains(String.valueOf(Interchange.raw(party, "1")))) {
                party.elements().keySet().forEach(place -> interchange.note(party, place, Fate.NOT_RELEASED));
            }
        }
    }

    static Sex sex(@Nullable String code) {
        return "M".equals(code) ? Sex.MALE : "V".equals(code) || "F".equals(code) ? Sex.FEMALE : Sex.UNKNOWN;
    }

    static Translation no(String path, String code, String message) {
        return new Translation.Untranslatable(List.of(new Violation(path, code, message)));
    }
}
