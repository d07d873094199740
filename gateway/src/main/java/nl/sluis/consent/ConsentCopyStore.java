package nl.sluis.consent;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.node.Dutch;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of copies of other organisations' consents. What they say is encrypted; who is in them, a keyed fingerprint. */
@Repository
final class ConsentCopyStore {

    private static final String SELECT =
            "SELECT id, keeper, consent, content, as_of, withdrawn_at, received_at FROM consent_copy ";

    private final JdbcClient jdbc;
    private final AtRest atRest;

    ConsentCopyStore(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
    }

    /**
     * A copy.
     *
     * @param id what this node calls it
     * @param consent what its keeper calls it
     * @param content as it came first; null when only its withdrawal has come
     * @param asOf when its keeper last confirmed it
     * @param withdrawnAt null while it stands
     */
    record Row(
            UUID id,
            OrganisationId keeper,
            String consent,
            ConsentNews.@Nullable Copy content,
            Instant asOf,
            @Nullable Instant withdrawnAt,
            Instant receivedAt) {}

    /** The row of a consent, locked; made when it is not there. */
    Row claimed(OrganisationId keeper, String consent, Instant now) {
        jdbc.sql("INSERT INTO consent_copy (id, keeper, consent, as_of, received_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(UUID.randomUUID(), keeper.value(), consent, timestamp(Instant.EPOCH), timestamp(now))
                .update();
        return locked(keeper, consent).orElseThrow();
    }

    /** The row of a consent, locked. */
    Optional<Row> locked(OrganisationId keeper, String consent) {
        return jdbc.sql(SELECT + "WHERE keeper = ? AND consent = ? FOR UPDATE")
                .params(keeper.value(), consent)
                .query((row, n) -> row(row))
                .optional();
    }

    /** Keeps what a copy says; the first that comes counts. */
    void fill(Row row, ConsentNews.Copy copy, Instant asOf) {
        jdbc.sql("UPDATE consent_copy SET content = :content, decision = :decision, valid_until = :until, as_of = :asOf"
                        + " WHERE id = :id")
                .param("content", atRest.encrypt(label(row.id()), MessageJson.write(copy)))
                .param("decision", copy.consent().decision().name())
                .param("until", copy.consent().until())
                .param("asOf", timestamp(asOf))
                .param("id", row.id())
                .update();
        for (ConsentNews.KnownAs person : copy.persons()) {
            jdbc.sql("INSERT INTO consent_copy_person (copy, mark) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(row.id(), mark(person.number()))
                    .update();
        }
    }

    void confirm(Row row, Instant asOf) {
        jdbc.sql("UPDATE consent_copy SET as_of = GREATEST(as_of, ?), asked_at = NULL WHERE id = ?")
                .params(timestamp(asOf), row.id())
                .update();
    }

    void withdraw(Row row, Instant at) {
        jdbc.sql("UPDATE consent_copy SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL")
                .params(timestamp(at), row.id())
                .update();
    }

    /** Copies in which somebody with one of these numbers occurs; in the order of arrival. */
    List<Row> mentioning(Collection<PersonIdentifier> numbers) {
        byte[][] marks = numbers.stream().map(this::mark).toArray(byte[][]::new);
        return jdbc.sql(SELECT + "WHERE id IN (SELECT copy FROM consent_copy_person WHERE mark = ANY(?))"
                        + " ORDER BY received_at, id")
                .params((Object) marks)
                .query((row, n) -> row(row))
                .list();
    }

    /** A consent at its keeper. */
    record Asked(OrganisationId keeper, String consent) {}

    /** What is to be confirmed, and was not asked since then either; whoever takes it asks, in the same transaction. */
    List<Asked> takeToConfirm(Set<String> keepers, Instant before, Instant now) {
        return jdbc.sql("""
                UPDATE consent_copy SET asked_at = :now WHERE id IN (
                    SELECT id FROM consent_copy
                    WHERE decision = 'GIVEN' AND withdrawn_at IS NULL AND keeper = ANY(:keepers) AND as_of < :before
                        AND (asked_at IS NULL OR asked_at < :before) AND (valid_until IS NULL OR valid_until >= :today)
                    ORDER BY as_of LIMIT 1000 FOR UPDATE SKIP LOCKED)
                RETURNING keeper, consent
                """)
                .param("now", timestamp(now))
                .param("before", timestamp(before))
                .param("today", Dutch.day(now))
                .param("keepers", keepers.toArray(String[]::new))
                .query((row, n) -> new Asked(new OrganisationId(row.getString(1)), row.getString(2)))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] content = row.getBytes("content");
        return new Row(
                id,
                new OrganisationId(row.getString("keeper")),
                row.getString("consent"),
                content == null ? null : copy(id, content),
                instant(row, "as_of").orElseThrow(),
                instant(row, "withdrawn_at").orElse(null),
                instant(row, "received_at").orElseThrow());
    }

    private ConsentNews.Copy copy(UUID id, byte[] content) {
        return (ConsentNews.Copy) MessageJson.readNews(atRest.decrypt(label(id), content));
    }

    private byte[] mark(PersonIdentifier number) {
        return atRest.fingerprint(
                "consent-copy/" + number.system(), number.value().getBytes(StandardCharsets.UTF_8));
    }

    private static String label(UUID id) {
        return "consent-copy/" + id;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
