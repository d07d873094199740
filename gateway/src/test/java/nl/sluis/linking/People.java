package nl.sluis.linking;

import java.util.Set;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonName;
import nl.sluis.canonical.Sex;

/** A person as systems write them down; what is empty is not known. */
record People(
        String bsn,
        String given,
        String initials,
        String prefix,
        String family,
        String born,
        String postalCode,
        String number) {

    static final People NOAH = new People("", "Noah", "", "van den", "Heuvel", "2014-03-09", "3011 PA", "4");

    People bsn(String other) {
        return new People(other, given, initials, prefix, family, born, postalCode, number);
    }

    People given(String other) {
        return new People(bsn, other, initials, prefix, family, born, postalCode, number);
    }

    People initials(String only) {
        return new People(bsn, "", only, prefix, family, born, postalCode, number);
    }

    People family(String otherPrefix, String other) {
        return new People(bsn, given, initials, otherPrefix, other, born, postalCode, number);
    }

    People born(String other) {
        return new People(bsn, given, initials, prefix, family, other, postalCode, number);
    }

    People at(String otherCode, String otherNumber) {
        return new People(bsn, given, initials, prefix, family, born, otherCode, otherNumber);
    }

    Description description() {
        return Description.of(
                bsn.isEmpty() ? Set.of() : Set.of(bsn),
                new Content.Identity(
                        new PersonName(given, initials, prefix, family), PartialDate.parse(born), Sex.UNKNOWN),
                postalCode.isEmpty()
                        ? null
                        : new Content.Address("Dorpsstraat", number, postalCode, "Lindedam", "NL", false));
    }
}
