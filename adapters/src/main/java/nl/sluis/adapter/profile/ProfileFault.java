package nl.sluis.adapter.profile;

/**
 * A fault in a mapping profile. A profile holds names of columns and codes and nothing about anybody, so its words are shown.
 *
 * @param file the profile, as it was named
 * @param line counted from 1
 * @param column counted from 1
 * @param code stable identifier, upper case with underscores
 * @param message for people, in English
 */
public record ProfileFault(String file, int line, int column, String code, String message) {

    /** As compilers say it: {@code file:line:column: CODE message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + code + " " + message;
    }
}
