package nl.sluis.adapter.partners.edifact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Translation;
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
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/** A report of a laboratory (MEDLAB version 1), each value a section of its own. No number in it is said to be a citizen service number. */
final class LabReading {

    private static final List<String> PARTIES = List.of("ZKH", "ART", "AFD", "ARA", "KOP");

    private final Interchange interchange;

    LabReading(Interchange interchange) {
        this.interchange = interchange;
    }

    static boolean isLab(Interchange interchange) {
        List<Segment> headers = interchange.all("UNH");
        return headers.size() == 1 && "MEDLAB".equals(Interchange.raw(headers.get(0), "2.1"));
    }

    Translation translation() {
        if (!"1".equals(Interchange.raw(interchange.all("UNH").get(0), "2.2"))) {
            return LetterReading.no("UNH[1].2.2", "VERSION_NOT_SUPPORTED", "Only version 1 of MEDLAB is read.");
        }
        List<Segment> patients = interchange.all("PID");
        if (patients.size() != 1) {
            return LetterReading.no(
                    "PID", patients.isEmpty() ? "REQUIRED" : "AMBIGUOUS", "A report is about one patient.");
        }
        Segment pid = patients.get(0);
        PartialDate born = born(pid);
        if (born == null) {
            return LetterReading.no("PID[1].1", "NOT_A_DATE", "There is no such date.");
        }
        PartialDate day = day();
        DraftPerson patient =
                new DraftPerson("patient", DraftPerson.patient(born, day == null ? PartialDate.UNKNOWN : day));
        String family = interchange.take(pid, "3.1");
        if (family == null) {
            return LetterReading.no("PID[1].3", "REQUIRED", "The patient has no name.");
        }
        PersonName name = new PersonName(null, interchange.take(pid, "3.6"), null, family);
        patient.identity(name, born, LetterReading.sex(interchange.take(pid, "2")), Standing.SUBJECT);
        address(patient);
        if (!values(patient, day)) {
            return LetterReading.no("BEP", "REQUIRED", "The report has no value.");
        }
        service();
        Draft draft = new Drafting(MessageKind.INFO_PROVISION)
                .on(LegalBasis.CONSENT, Purpose.CARE)
                .by(ProfessionalRole.ARTS, Urgency.ROUTINE)
                .about(List.of(patient))
                .draft();
        return new Translation.Translated(draft, interchange.completeness());
    }

    /** In parts: {@code 2003:04:22}. A year of two digits may be of two centuries, so then nothing is known; null when there is no such day. */
    private @Nullable PartialDate born(Segment pid) {
        String year = Interchange.raw(pid, "1.1");
        String text = Stream.of(year, Interchange.raw(pid, "1.2"), Interchange.raw(pid, "1.3"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        if (year == null || year.length() == 2) {
            return PartialDate.UNKNOWN;
        }
        Stream.of("1.1", "1.2", "1.3").forEach(place -> interchange.take(pid, place));
        return LetterReading.date(text);
    }

    /** When it was taken; null when that is not told. */
    private @Nullable PartialDate day() {
        List<Segment> taken = interchange.all("DET");
        if (taken.isEmpty()) {
            return null;
        }
        Segment det = taken.get(0);
        String text = Stream.of("1.1", "1.2", "1.3")
                .map(place -> interchange.take(det, place))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        return text.matches("[0-9]{6}")
                ? LetterReading.date(LetterReading.century(text) + text)
                : LetterReading.date(text);
    }

    private void address(DraftPerson patient) {
        for (Segment pad : interchange.all("PAD")) {
            String street = interchange.take(pad, "1.1");
            String number = interchange.take(pad, "1.2");
            String city = interchange.take(pad, "1.4");
            String code = interchange.take(pad, "1.5");
            if (street != null || city != null || code != null) {
                patient.address(new Content.Address(street, number, code, city, null, false));
            }
            patient.contact("phone", interchange.take(pad, "2"));
        }
    }

    private boolean values(DraftPerson patient, @Nullable PartialDate day) {
        int number = 0;
        for (Segment bep : interchange.all("BEP")) {
            if (Interchange.raw(bep, "2") != null && Interchange.raw(bep, "3") != null) {
                String unit = interchange.take(bep, "5");
                String text = interchange.take(bep, "2") + ": " + interchange.take(bep, "3")
                        + (unit == null ? "" : " " + unit) + limits(bep);
                Content stated = new Content.Statement(text, AssertionType.PROFESSIONAL_OPINION, day, null);
                patient.add("bep-" + ++number, DataCategory.DIAGNOSIS, LifeDomain.LGZ, false, stated);
            }
        }
        return number > 0;
    }

    private String limits(Segment bep) {
        boolean both = Interchange.raw(bep, "7") != null && Interchange.raw(bep, "8") != null;
        return both ? " (" + interchange.take(bep, "7") + " tot " + interchange.take(bep, "8") + ")" : "";
    }

    /** Who sends stands in the envelope; the access reference often holds the name of the patient, so it goes nowhere. */
    private void service() {
        interchange.note(interchange.all("UNH").get(0), "3", Fate.NOT_RELEASED);
        for (String tag : List.of("UNB", "UNH", "UNT", "UNZ")) {
            all(tag, Fate.MAPPED);
        }
        PARTIES.forEach(tag -> all(tag, Fate.NOT_RELEASED));
    }

    private void all(String tag, Fate fate) {
        for (Segment segment : interchange.all(tag)) {
            segment.elements().keySet().forEach(place -> interchange.note(segment, place, fate));
        }
    }
}
