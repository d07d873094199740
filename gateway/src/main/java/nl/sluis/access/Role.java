package nl.sluis.access;

import java.util.Locale;

/** What somebody of the own organisation, or one of its systems, is there for; {@link AccessTable} says what each may call. */
public enum Role {
    /** Reports: submits messages with their attachments, and looks up what became of them. */
    REPORTER,
    /** Keeps watch over a household: reads the feed, answers, sends on. */
    REGISSEUR,
    /** Records persons, authority and consents. */
    CONSENT_OFFICER,
    /** Sees to domestic violence and child abuse: keeps meldcode cases, reports, and sees to what did not arrive. */
    AANDACHTSFUNCTIONARIS,
    /** The data protection officer: reads registers and evidence, erases what was received about a household. */
    PRIVACY_OFFICER,
    /** Keeps the node running: what did not arrive, and nothing of its content. */
    OPERATOR,
    /** Reads the evidence: checkpoints and proofs. */
    AUDITOR,
    /** A person of a family: what was shared about themselves. */
    FAMILY;

    /** As Spring Security names it. */
    String authority() {
        return "ROLE_" + name();
    }

    /** As Spring Security names it where people pass too. */
    String authorityOfPerson() {
        return "PERSON_" + name();
    }

    /** As configuration and documents name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
