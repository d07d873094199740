package nl.sluis.policy.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who can see to it that a fact gets a value, as the table of phrases says. */
public enum Contributor {
    /** Nobody: no advice ever asks for it, such as taking back a refusal or choosing another basis. */
    NOBODY("niemand"),
    /** A register or a court. It finds out what is not known, and changes nothing that is. */
    REGISTER("register"),
    /** The sender's own organisation. It states what was not stated, and changes nothing that was. */
    ORGANISATION("organisatie"),
    /** Who sends the message. */
    SENDER("afzender"),
    /** The professional who is involved. */
    PROFESSIONAL("beroepskracht"),
    /** Who is finally responsible for the meldcode. */
    MELDCODE_RESPONSIBLE("eindverantwoordelijke"),
    /** The meldcode officer of the organisation. */
    MELDCODE_OFFICER("aandachtsfunctionaris"),
    /** A second professional. */
    COLLEAGUE("collega"),
    /** The landlord or creditor. */
    CREDITOR("schuldeiser"),
    /** Everybody who holds parental authority. */
    CUSTODIANS("gezagsdragers"),
    /** The person whom the data is about. */
    SELF("betrokkene"),
    /** Who represents the person. */
    REPRESENTATIVE("vertegenwoordiger"),
    /** Whoever must consent. */
    GIVERS("toestemmers");

    private final String word;

    Contributor(String word) {
        this.word = word;
    }

    /** The word in the table. */
    public String word() {
        return word;
    }

    /** Whether it only finds out what is not known yet. */
    public boolean onlyFindsOut() {
        return this == REGISTER || this == ORGANISATION;
    }

    /** Whether these are people of the family, who give consent. */
    public boolean givesConsent() {
        return this == CUSTODIANS || this == SELF || this == REPRESENTATIVE || this == GIVERS;
    }

    static Optional<Contributor> of(String word) {
        return Arrays.stream(values()).filter(who -> who.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Contributor::word).toList();
    }
}
