package nl.sluis.canonical;

/** Limits on short texts. Messages of its exceptions name the kind and never the value. */
final class Text {

    private Text() {}

    static void requireIdentifier(String value, int maxLength, String what) {
        if (value.isBlank() || value.length() > maxLength || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " is blank, too long or has control characters");
        }
    }
}
