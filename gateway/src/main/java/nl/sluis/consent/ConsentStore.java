package nl.sluis.consent;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.adapter.RecipientScope;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Purpose;
import nl.sluis.custody.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of consents, their subjects, withdrawals and documents. Rows are added, never changed. */
@Repository
final class ConsentStore {

    private static final String SELECT = """
            SELECT c.*, w.at AS withdrawn_at, w.withdrawn_by, w.channel, w.recorded_at AS withdrawal_recorded_at,
                ARRAY(SELECT s.person_id FROM consent_subject s WHERE s.consent_id = c.id) AS subjects
            FROM consent c LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
            """;

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a consent with its subjects.
     *
     * @param fingerprint null when every statement is new
     * @param document hash of the document that states it; null when none does
     * @return false when one with this fingerprint is there already
     */
    boolean add(StoredConsent consent, @Nullable String fingerprint, @Nullable String document) {
        if (insert(consent, fingerprint, document) == 0) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO consent_subject (consent_id, person_id)
                SELECT :consent, person FROM unnest(CAST(:persons AS uuid[])) AS person
                """)
                .param("consent", consent.id())
                .param("persons", texts(consent.subjects(), id -> id.value().toString()))
                .update();
        return true;
    }

    private int insert(StoredConsent consent, @Nullable String fingerprint, @Nullable String document) {
        Terms terms = consent.terms();
        return jdbc.sql("""
                INSERT INTO consent (id, giver, capacity, discloser, custodian, recipients, recipient_types, purposes,
                    categories, life_domains, decision, valid_from, valid_until, given_at, evidence, objection, source_id,
                    fingerprint, document, recorded_at)
                VALUES (:id, :giver, :capacity, :discloser, :custodian, :recipients, :types, :purposes,
                    :categories, :domains, :decision, :from, :until, :givenAt, :evidence, :objection, :sourceId,
                    :fingerprint, :document, :recordedAt)
                ON CONFLICT (fingerprint) DO NOTHING
                """)
                .param("id", consent.id())
                .param("giver", consent.giver().value())
                .param("capacity", terms.capacity().name())
                .param("discloser", terms.discloser())
                .param("custodian", terms.origin().custodian())
                .param("recipients", texts(terms.recipients().organisations(), OrganisationId::value))
                .param("types", texts(terms.recipients().types(), Enum::name))
                .param("purposes", texts(terms.purposes(), Enum::name))
                .param("categories", texts(terms.categories(), Enum::name))
                .param("domains", texts(terms.lifeDomains(), Enum::name))
                .param("decision", terms.decision().name())
                .param("from", terms.from())
                .param("until", terms.until())
                .param("givenAt", timestamp(terms.origin().givenAt()))
                .param("evidence", terms.origin().evidence())
                .param("objection", terms.origin().objection())
                .param("sourceId", terms.origin().sourceId())
                .param("fingerprint", fingerprint)
                .param("document", document)
                .param("recordedAt", timestamp(consent.recordedAt()))
                .update();
    }

    void add(EncryptedDocument document, Instant at) {
        jdbc.sql("""
                INSERT INTO consent_document (hash, media_type, content, recorded_at)
                VALUES (:hash, :mediaType, :content, :at) ON CONFLICT (hash) DO NOTHING
                """)
                .param("hash", document.hash())
                .param("mediaType", document.mediaType())
                .param("content", document.content())
                .param("at", timestamp(at))
                .update();
    }

    UUID idOf(String fingerprint) {
        return jdbc.sql("SELECT id FROM consent WHERE fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(UUID.class)
                .single();
    }

    Optional<StoredConsent> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE c.id = :id")
                .param("id", id)
                .query((row, n) -> consent(row))
                .optional();
    }

    /** Oldest first. */
    List<StoredConsent> about(Set<PersonId> subjects) {
        return jdbc.sql(SELECT + """
                WHERE c.id IN (SELECT consent_id FROM consent_subject WHERE person_id = ANY(CAST(:subjects AS uuid[])))
                ORDER BY c.seq
                """)
                .param("subjects", texts(subjects, id -> id.value().toString()))
                .query((row, n) -> consent(row))
                .list();
    }

    /** What stands, is by or about one of these, and names another custodian than {@code self}; oldest first. */
    List<StoredConsent> namingOthers(Set<PersonId> persons, String self) {
        return jdbc.sql(SELECT + """
                WHERE w.consent_id IS NULL AND (c.discloser <> :self OR (c.decision = 'REFUSED' AND c.custodian <> :self))
                    AND (c.giver = ANY(CAST(:persons AS uuid[])) OR c.id IN
                        (SELECT consent_id FROM consent_subject WHERE person_id = ANY(CAST(:persons AS uuid[]))))
                ORDER BY c.seq
                """)
                .param("self", self)
                .param("persons", texts(persons, id -> id.value().toString()))
                .query((row, n) -> consent(row))
                .list();
    }

    /**
     * Withdraws a consent, and with it every other version of the same statement of the partner that was given until then.
     *
     * @return which were withdrawn now; empty when all were already
     */
    List<UUID> withdraw(UUID consent, StoredConsent.Withdrawn withdrawal) {
        return jdbc.sql("""
                INSERT INTO consent_withdrawal (consent_id, at, withdrawn_by, channel, recorded_at)
                SELECT c.id, :at, :by, :channel, :recordedAt
                FROM consent asked JOIN consent c ON c.id = asked.id OR (c.source_id = asked.source_id
                    AND c.giver = asked.giver AND c.discloser = asked.discloser AND c.decision = asked.decision
                    AND COALESCE(c.given_at, c.recorded_at) <= :at)
                WHERE asked.id = :consent
                ON CONFLICT (consent_id) DO NOTHING RETURNING consent_id
                """)
                .param("consent", consent)
                .param("at", timestamp(withdrawal.at()))
                .param("by", withdrawal.by().value())
                .param("channel", withdrawal.channel())
                .param("recordedAt", timestamp(withdrawal.recordedAt()))
                .query((row, n) -> row.getObject("consent_id", UUID.class))
                .list();
    }

    /** A later version of a withdrawn statement that was not given anew is withdrawn from the beginning. */
    void inheritWithdrawal(UUID consent) {
        jdbc.sql("""
                INSERT INTO consent_withdrawal (consent_id, at, withdrawn_by, channel, recorded_at)
                SELECT c.id, w.at, w.withdrawn_by, w.channel, c.recorded_at
                FROM consent c JOIN consent former ON former.source_id = c.source_id AND former.giver = c.giver
                    AND former.discloser = c.discloser AND former.decision = c.decision
                JOIN consent_withdrawal w ON w.consent_id = former.id
                WHERE c.id = :consent AND c.decision = 'GIVEN' AND (c.given_at IS NULL OR c.given_at <= w.at)
                ORDER BY w.at LIMIT 1
                ON CONFLICT (consent_id) DO NOTHING
                """).param("consent", consent).update();
    }

    StoredConsent.Withdrawn withdrawal(UUID consent) {
        return find(consent).map(StoredConsent::withdrawal).orElseThrow();
    }

    private static StoredConsent consent(ResultSet row) throws SQLException {
        return new StoredConsent(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("giver", UUID.class)),
                Arrays.stream((UUID[]) row.getArray("subjects").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                terms(row),
                instant(row, "recorded_at").orElseThrow(),
                instant(row, "withdrawn_at").isEmpty() ? null : withdrawn(row));
    }

    private static StoredConsent.Withdrawn withdrawn(ResultSet row) throws SQLException {
        return new StoredConsent.Withdrawn(
                instant(row, "withdrawn_at").orElseThrow(),
                new PersonId(row.getObject("withdrawn_by", UUID.class)),
                row.getString("channel"),
                instant(row, "withdrawal_recorded_at").orElseThrow());
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                Capacity.valueOf(row.getString("capacity")),
                row.getString("discloser"),
                new RecipientScope(
                        set(row.getArray("recipients"), OrganisationId::new),
                        set(row.getArray("recipient_types"), OrganisationType::valueOf)),
                set(row.getArray("purposes"), Purpose::valueOf),
                set(row.getArray("categories"), DataCategory::valueOf),
                set(row.getArray("life_domains"), LifeDomain::valueOf),
                ConsentDecision.valueOf(row.getString("decision")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                new Terms.Origin(
                        row.getString("custodian"),
                        instant(row, "given_at").orElse(null),
                        row.getString("evidence"),
                        row.getString("objection"),
                        row.getString("source_id")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static <T> String[] texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).sorted().toArray(String[]::new);
    }

    private static <T> Set<T> set(Array array, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(read).collect(Collectors.toSet());
    }
}
