package nl.sluis.municipality;

import java.util.Locale;

/** For whom a team is. */
public enum TeamType {
    /** Everybody, from nought to a hundred. */
    ALL_AGES,
    /** Children and young people. */
    YOUTH,
    /** Adults. */
    ADULT,
    /** Families, by one coordinating worker. */
    FAMILY,
    /** Parenting and growing up: a centrum voor jeugd en gezin. */
    CJG,
    /** First contact: decides who goes on, gives no help itself. */
    INTAKE;

    /** As profiles write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
