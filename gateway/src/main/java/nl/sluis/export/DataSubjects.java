package nl.sluis.export;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.audit.AuditEntry;
import nl.sluis.export.DataSubject.Sort;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom an entry is about. The audit names nobody: who it was stands in tables of this node for their terms, and is given here under
 * a keyed pseudonym. Once those rows are destroyed, nobody finds a person by a pseudonym any more, nor a pseudonym by a person.
 */
public final class DataSubjects {

    /** The first 128 bits of HMAC-SHA-256. */
    private static final int PSEUDONYM_BYTES = 16;

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;
    private final AtRest atRest;

    /**
     * Of the database of one node.
     *
     * @param atRest with the node's storage key
     */
    public DataSubjects(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
    }

    /** Whom an entry is about, in no order that says anything; empty when nobody is known, or not any more. */
    List<DataSubject> of(AuditEntry entry, Map<String, String> detail, Meaning.About about) {
        return switch (about) {
            case SENT -> sent(entry.messageId());
            case ARRIVED -> arrived(entry.messageId(), detail.get("sender"));
            case CONSENT ->
                found("SELECT person_id::text FROM consent_subject WHERE consent_id = ?::uuid", detail.get("consent"));
            case CASE ->
                found("SELECT person_id::text FROM meldcode_subject WHERE case_id = ?::uuid", detail.get("case"));
            case MEASURE -> found("SELECT person_id::text FROM measure WHERE id = ?::uuid", detail.get("measure"));
            case COPY ->
                found("SELECT encode(mark, 'hex') FROM consent_copy_person WHERE copy = ?::uuid", detail.get("copy"));
            case PERSON -> found("SELECT id::text FROM person WHERE id = ?::uuid", detail.get("person"));
            case HOUSEHOLD ->
                identity(detail.get("household"))
                        .map(household -> List.of(subject(Sort.HOUSEHOLD, household)))
                        .orElseGet(List::of);
            case NOBODY -> List.of();
        };
    }

    private List<DataSubject> sent(@Nullable String message) {
        return found("SELECT DISTINCT person_id::text FROM outgoing_person WHERE id = ?::uuid", message);
    }

    private List<DataSubject> arrived(@Nullable String message, @Nullable String sender) {
        if (identity(message).isEmpty()) {
            return List.of();
        }
        // An entry that does not name the sender is about one that was read here
        return jdbc
                .sql("SELECT DISTINCT household_id::text FROM feed_item WHERE message_id = :message::uuid"
                        + " AND (:sender::text IS NULL OR sender = :sender)")
                .param("message", message)
                .param("sender", sender)
                .query((row, i) -> row.getString(1))
                .list()
                .stream()
                .map(household -> subject(Sort.HOUSEHOLD, household))
                .sorted(Comparator.comparing(DataSubject::pseudonym))
                .toList();
    }

    private List<DataSubject> found(String sql, @Nullable String identity) {
        return identity(identity)
                .map(id -> jdbc.sql(sql).param(id).query((row, i) -> row.getString(1)).list().stream()
                        .map(person -> subject(Sort.PERSON, person))
                        .sorted(Comparator.comparing(DataSubject::pseudonym))
                        .toList())
                .orElseGet(List::of);
    }

    private static Optional<String> identity(@Nullable String text) {
        return Optional.ofNullable(text).filter(found -> IDENTITY.matcher(found).matches());
    }

    private DataSubject subject(Sort sort, String identity) {
        byte[] keyed = atRest.fingerprint(
                "export/" + sort.name().toLowerCase(Locale.ROOT), identity.getBytes(StandardCharsets.UTF_8));
        return new DataSubject(sort, HexFormat.of().formatHex(keyed, 0, PSEUDONYM_BYTES));
    }
}
