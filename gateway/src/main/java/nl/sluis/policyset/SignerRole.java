package nl.sluis.policyset;

import java.util.Arrays;
import java.util.Optional;

/** Who must sign a policy set: two people, each in a role of their own. */
public enum SignerRole {
    /** The data protection officer. */
    PRIVACY_OFFICER("privacy-officer", "fg.p7s"),
    /** A lawyer. */
    LAWYER("lawyer", "jurist.p7s");

    private final String word;
    private final String file;

    SignerRole(String word, String file) {
        this.word = word;
        this.file = file;
    }

    /** The word in commands and settings. */
    public String word() {
        return word;
    }

    /** The name of the signature in the folder of signatures. */
    public String file() {
        return file;
    }

    static Optional<SignerRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
