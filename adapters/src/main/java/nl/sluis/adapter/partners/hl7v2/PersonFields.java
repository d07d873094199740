package nl.sluis.adapter.partners.hl7v2;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.hl7v2.Segments.Named;
import nl.sluis.adapter.source.DraftPerson;
import nl.sluis.adapter.source.DraftPerson.Standing;
import nl.sluis.adapter.source.Hl7Date;
import nl.sluis.adapter.source.Ledger.Fate;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;
import org.jspecify.annotations.Nullable;

/** A person in PID or NK1: repeated names, numbers, addresses and telephones, with the Dutch parts of a name. */
final class PersonFields {

    /** Assigning authorities of the citizen service number in Dutch use. */
    private static final Set<String> BSN = Set.of("NLMINBIZA", "NLMINBIZ", "BSN", "2.16.840.1.113883.2.4.6.3");

    private final Segments segments;
    private final Named of;
    private final List<Violation> faults;

    /**
     * @param faults gets what is wrong with the person
     */
    PersonFields(Segments segments, Named of, List<Violation> faults) {
        this.segments = segments;
        this.of = of;
        this.faults = faults;
    }

    boolean known() {
        return segments.take(of, 5, 0, 1, 1) != null;
    }

    /** The birth date of a patient. */
    PartialDate born() {
        return born(7);
    }

    /** The birth date of next of kin. */
    PartialDate kinBorn() {
        return born(16);
    }

    void patient(DraftPerson person, Standing standing) {
        person.identity(name(5), born(), sex(segments.take(of, 8, 1)), standing);
        segments.take(of, 1, 1);
        numbers(person, 3);
        addresses(person, 11);
        telephones(person, 13);
        telephones(person, 14);
    }

    void kin(DraftPerson person) {
        person.identity(name(2), kinBorn(), sex(segments.take(of, 15, 1)), Standing.OTHER);
        segments.take(of, 1, 1);
        numbers(person, 33);
        addresses(person, 4);
        telephones(person, 5);
    }

    /** Unknown when nothing is said; a date that does not exist is a fault. */
    private PartialDate born(int field) {
        String text = segments.take(of, field, 1);
        PartialDate date = Hl7Date.read(text);
        Violation fault = new Violation(of.path() + "." + field, "NOT_A_DATE", "There is no such date.");
        if (text != null && date == null && !faults.contains(fault)) {
            faults.add(fault);
        }
        return date == null ? PartialDate.UNKNOWN : date;
    }

    /**
     * A number that fails the eleven test is not taken for a citizen service number, and its field counts as not understood;
     * others are the practice's own.
     */
    private void numbers(DraftPerson person, int field) {
        for (int i = 0; i < Segments.repetitions(of, field); i++) {
            if (isBsn(field, i) && !fits(Segments.raw(of, field, i, 1, 1))) {
                segments.note(of, field, Fate.NOT_UNDERSTOOD);
            }
        }
        for (int i = 0; i < Segments.repetitions(of, field); i++) {
            String number = segments.take(of, field, i, 1, 1);
            if (isBsn(field, i)) {
                person.bsn(number);
            } else {
                person.known(PersonIdentifier.LOCAL, number);
            }
        }
    }

    private boolean isBsn(int field, int repetition) {
        String authority = Segments.raw(of, field, repetition, 4, 1);
        String oid = Segments.raw(of, field, repetition, 4, 2);
        return (authority != null && BSN.contains(authority)) || (oid != null && BSN.contains(oid));
    }

    private static boolean fits(@Nullable String number) {
        return number == null || (number.matches("[0-9]{9}") && new Bsn(number).passesElevenTest());
    }

    /** XPN with FN: the whole surname, or the prefix and the surname apart. */
    private PersonName name(int field) {
        String own = segments.take(of, field, 0, 1, 3);
        String whole = segments.take(of, field, 0, 1, 1);
        String given = segments.take(of, field, 0, 2, 1);
        String more = segments.take(of, field, 0, 3, 1);
        boolean initials = given != null && given.matches("([A-Z]\\.? ?)+");
        String first = initials ? null : given;
        return new PersonName(
                first == null || more == null ? first : first + " " + more,
                initials ? given : null,
                segments.take(of, field, 0, 1, 2),
                own == null ? whole : own);
    }

    private void addresses(DraftPerson person, int field) {
        for (int i = 0; i < Segments.repetitions(of, field); i++) {
            String street = segments.take(of, field, i, 1, 2);
            String line = segments.take(of, field, i, 1, 1);
            String number = segments.take(of, field, i, 1, 3);
            String city = segments.take(of, field, i, 3, 1);
            String code = segments.take(of, field, i, 5, 1);
            if (street != null || line != null || city != null || code != null) {
                person.address(new Content.Address(
                        street == null ? line : street, number, code, city, segments.take(of, field, i, 6, 1), false));
            }
        }
    }

    private void telephones(DraftPerson person, int field) {
        for (int i = 0; i < Segments.repetitions(of, field); i++) {
            String number = segments.take(of, field, i, 1, 1);
            String other = segments.take(of, field, i, 12, 1);
            person.contact("phone", number == null ? other : number);
            person.contact("email", segments.take(of, field, i, 4, 1));
        }
    }

    private static Sex sex(@Nullable String code) {
        return switch (code == null ? "" : code.toUpperCase(Locale.ROOT)) {
            case "M" -> Sex.MALE;
            case "F" -> Sex.FEMALE;
            case "O", "A" -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }
}
