package nl.sluis.policy.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who may read a reason. The recipient is none of them: he never gets one. */
public enum Reader {
    /** Who sends the message. */
    SENDER("afzender"),
    /** The privacy officer of the sender's organisation. */
    PRIVACY_OFFICER("fg"),
    /** A person of the family, about his own acts only. */
    FAMILY("betrokkene");

    private final String word;

    Reader(String word) {
        this.word = word;
    }

    /** The word in the rules. */
    public String word() {
        return word;
    }

    /** Whether a row may be read. A row that permits or asks says so to the organisation and not to the family. */
    public boolean mayRead(Rule rule) {
        boolean open =
                rule.effect() == Effect.PERMIT || rule.effect() == Effect.DUTY || rule.effect() == Effect.REQUIRE;
        return open ? this != FAMILY : rule.words().visibleTo().contains(word);
    }

    static Optional<Reader> of(String word) {
        return Arrays.stream(values())
                .filter(reader -> reader.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Reader::word).toList();
    }
}
