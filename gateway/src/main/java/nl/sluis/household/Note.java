package nl.sluis.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody records about a household.
 *
 * @param kind what sort of record it is; 1 to 60 letters and underscores
 * @param member whom of the household it is about; null for all of it
 * @param code for figures and questions to the database; stands in clear, so never what somebody wrote; null when there is none
 * @param supersedes the record in the place of which it comes; null when it comes in no place
 * @param content a record class of the package that keeps it; written as JSON and encrypted
 */
public record Note(
        String kind,
        @Nullable UUID member,
        @Nullable String code,
        @Nullable UUID supersedes,
        Object content) {

    /** About all of the household, without a code. */
    public static Note of(String kind, Object content) {
        return new Note(kind, null, null, null, content);
    }

    /** The same about one of its members. */
    public Note about(@Nullable UUID somebody) {
        return new Note(kind, somebody, code, supersedes, content);
    }

    /** The same with a code. */
    public Note coded(@Nullable String said) {
        return new Note(kind, member, said, supersedes, content);
    }

    /** The same in the place of an earlier record. */
    public Note superseding(@Nullable UUID earlier) {
        return new Note(kind, member, code, earlier, content);
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Note[" + kind + "]";
    }
}
