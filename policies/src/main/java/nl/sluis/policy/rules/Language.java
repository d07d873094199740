package nl.sluis.policy.rules;

/** The languages in which rules explain themselves. */
public enum Language {
    /** Dutch. */
    NL("of", "iets anders dan", "en"),
    /** English. */
    EN("or", "anything but", "and");

    private final String or;
    private final String anythingBut;
    private final String and;

    Language(String or, String anythingBut, String and) {
        this.or = or;
        this.anythingBut = anythingBut;
        this.and = and;
    }

    /** The one of two texts that is in this language. */
    public String of(String dutch, String english) {
        return this == NL ? dutch : english;
    }

    String or() {
        return or;
    }

    String and() {
        return and;
    }

    String anythingBut() {
        return anythingBut;
    }
}
