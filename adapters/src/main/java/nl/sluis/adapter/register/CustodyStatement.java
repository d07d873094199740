package nl.sluis.adapter.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * Custody of one person as a register states it. With a doubt the custody is {@link CustodyType#NOT_DETERMINABLE} without holders, on which
 * no rule gives a permit: never "the parent at that address" (law table R13).
 *
 * @param subject whom it is about; the references mean nothing outside this statement
 * @param holders those whom the custody names
 * @param doubt null when the register's word can be taken as it is
 */
public record CustodyStatement(
        PersonDetails subject,
        Custody custody,
        List<PersonDetails> holders,
        @Nullable Doubt doubt) {

    public CustodyStatement {
        holders = List.copyOf(holders);
    }

    /** Never who it is. */
    @Override
    public String toString() {
        return "CustodyStatement[" + custody.type() + ", " + doubt + "]";
    }

    /**
     * What a register says, before it is weighed.
     *
     * @param type null when it is not known here
     * @param holders the number of each holder that the register means, null for who has none
     * @param doubt what the register itself leaves open; null for nothing
     */
    record Said(
            @Nullable CustodyType type,
            List<Holder> holders,
            boolean underInvestigation,
            @Nullable Doubt doubt) {

        Said {
            holders = List.copyOf(holders);
        }

        static Said open(Doubt doubt, boolean underInvestigation) {
            return new Said(null, List.of(), underInvestigation, doubt);
        }

        /** The same, while the register looks into who this is. */
        Said investigated() {
            return new Said(type, holders, true, doubt);
        }
    }

    /** One holder; the number is null when there is none. */
    record Holder(@Nullable String number, HouseholdRole role) {

        @Override
        public String toString() {
            return "Holder[...]";
        }
    }

    /**
     * Weighs what a register says.
     *
     * @param ref how the subject is called here
     * @param number null when the person has none
     */
    static CustodyStatement of(String ref, @Nullable String number, PartialDate born, Said said) {
        HouseholdRole role = said.doubt == Doubt.CURATORSHIP ? HouseholdRole.OTHER : HouseholdRole.CHILD;
        PersonDetails subject = details(ref, number, role, born);
        Doubt doubt = doubt(number, said);
        if (doubt != null || said.type == null) {
            Custody open = new Custody(CustodyType.NOT_DETERMINABLE, List.of(), said.underInvestigation);
            return new CustodyStatement(subject, open, List.of(), doubt == null ? Doubt.UNKNOWN_CODE : doubt);
        }
        List<PersonDetails> holders = new ArrayList<>();
        for (Holder holder : said.holders) {
            String called = ref + "-houder-" + (holders.size() + 1);
            holders.add(details(called, holder.number, holder.role, PartialDate.UNKNOWN));
        }
        List<PersonRef> refs = holders.stream().map(PersonDetails::ref).toList();
        return new CustodyStatement(subject, new Custody(said.type, refs, said.underInvestigation), holders, null);
    }

    private static @Nullable Doubt doubt(@Nullable String number, Said said) {
        if (said.doubt != null) {
            return said.doubt;
        }
        if (said.type == null) {
            return Doubt.UNKNOWN_CODE;
        }
        if (!valid(number)) {
            return Doubt.SUBJECT_WITHOUT_NUMBER;
        }
        if (said.holders.stream().anyMatch(holder -> !valid(holder.number))) {
            return Doubt.HOLDER_WITHOUT_NUMBER;
        }
        Set<String> different = new HashSet<>();
        for (Holder holder : said.holders) {
            if (holder.number != null && (holder.number.equals(number) || !different.add(holder.number))) {
                return Doubt.CONTRADICTION;
            }
        }
        return said.holders.size() < needed(said.type) ? Doubt.HOLDER_NOT_NAMED : null;
    }

    /** A guardian may be an institution, which is no person: nobody is named then, and a rule finds no holder. */
    private static int needed(CustodyType type) {
        return switch (type) {
            case JOINT_PARENTS, JOINT_OTHER -> 2;
            case SOLE_PARENT -> 1;
            case GUARDIAN, TEMPORARILY_NONE, NOT_DETERMINABLE, NONE_ADULT -> 0;
        };
    }

    private static boolean valid(@Nullable String number) {
        return number != null && number.matches("[0-9]{9}") && new Bsn(number).passesElevenTest();
    }

    private static PersonDetails details(String ref, @Nullable String number, HouseholdRole role, PartialDate born) {
        Set<PersonIdentifier> numbers = number == null || !valid(number)
                ? Set.of()
                : Set.of(new PersonIdentifier(PersonIdentifier.BSN, number));
        return new PersonDetails(new PersonRef(ref), role, numbers, born);
    }
}
