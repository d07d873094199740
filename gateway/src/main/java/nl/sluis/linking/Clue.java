package nl.sluis.linking;

/**
 * What comparing two descriptions shows, with its weight in bits: how much more often it is so of one person than of two, as a power
 * of two (Fellegi and Sunter, 1969). The weights are estimates from how often names, dates and addresses occur in the Netherlands; a sum
 * alone never makes two descriptions one ({@link Match}).
 */
public enum Clue {
    /** A citizen service number in common. */
    SAME_BSN(27, Kind.FOR),
    /** Both have citizen service numbers, and none in common. */
    OTHER_BSN(-20, Kind.AGAINST),
    /** The same day; 1 in some 30,000 by chance. */
    SAME_BIRTH_DATE(15, Kind.FOR),
    /** A part of one is not known, and the rest agrees. */
    BIRTH_DATE_PARTLY_KNOWN(6, Kind.FOR),
    /** Day and month the other way round, or one digit different. */
    BIRTH_DATE_CLOSE(4, Kind.AGAINST),
    /** Other days. */
    OTHER_BIRTH_DATE(-12, Kind.AGAINST),
    /** The same family name; less than 1 in 200 by chance. */
    SAME_FAMILY_NAME(8, Kind.FOR),
    /** A family name in common, beside another: that of a partner, or of the other parent. */
    SHARED_FAMILY_NAME(6, Kind.FOR),
    /** A letter or two different. */
    FAMILY_NAME_ALIKE(5, Kind.FOR),
    /** Another family name. */
    OTHER_FAMILY_NAME(-7, Kind.AGAINST),
    /** The first given name is the same. */
    SAME_GIVEN_NAME(8, Kind.FOR),
    /** The first given name is alike. */
    GIVEN_NAME_ALIKE(3, Kind.AGAINST),
    /** Of one only initials are known, and they agree. */
    SAME_INITIALS(4, Kind.FOR),
    /** Another given name, or other initials: brothers and sisters. */
    OTHER_GIVEN_NAME(-9, Kind.AGAINST),
    /** The same postal code and house number; families share it. */
    SAME_ADDRESS(9, Kind.FOR),
    /** The same postal code. */
    SAME_POSTAL_CODE(6, Kind.FOR),
    /** Another address: people move. */
    OTHER_ADDRESS(-2, Kind.FOR),
    /** Both known, and different: more often a typing error than one would think. */
    OTHER_SEX(-5, Kind.AGAINST);

    /** Whether a clue, whatever the sum, is a reason that a person should look. */
    private enum Kind {
        FOR,
        AGAINST
    }

    private final int bits;
    private final Kind kind;

    Clue(int bits, Kind kind) {
        this.bits = bits;
        this.kind = kind;
    }

    /** Its weight in bits; negative when it is more often so of two people. */
    public int bits() {
        return bits;
    }

    boolean asksForALook() {
        return kind == Kind.AGAINST;
    }
}
