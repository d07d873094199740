package nl.sluis.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.custody.PersonId;
import nl.sluis.seal.AtRest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of consents, their subjects, withdrawals and documents. Rows are added, never changed; what they state is bound to them. */
@Repository
final class ConsentStore {

    private static final String SELECT = """
            SELECT c.*, w.consent_id AS withdrawn, w.at AS withdrawn_at, w.recorded_at AS withdrawal_recorded_at, w.content AS withdrawal,
                ARRAY(SELECT s.person_id FROM consent_subject s WHERE s.consent_id = c.id) AS subjects
            FROM consent c LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
            """;

    private final JdbcClient jdbc;
    private final ConsentBinding bindings;

    ConsentStore(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.bindings = new ConsentBinding(atRest);
    }

    /**
     * Adds a consent with its subjects.
     *
     * @param fingerprint null when every statement is new
     * @param document hash of the document that states it; null when none does
     * @return false when one with this fingerprint is there already
     */
    boolean add(StoredConsent consent, @Nullable String fingerprint, @Nullable String document) {
        String keyed = fingerprint == null ? null : bindings.fingerprint(fingerprint);
        if (insert(consent, keyed, document) == 0) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO consent_subject (consent_id, person_id)
                SELECT :consent, person FROM unnest(CAST(:persons AS uuid[])) AS person
                """)
                .param("consent", consent.id())
                .param("persons", uuids(consent.subjects()))
                .update();
        return true;
    }

    private int insert(StoredConsent consent, @Nullable String fingerprint, @Nullable String document) {
        Terms terms = consent.terms();
        String source = terms.origin().sourceId();
        return jdbc.sql("""
                INSERT INTO consent (id, giver, capacity, discloser, custodian, recipients, recipient_types, purposes,
                    categories, life_domains, decision, valid_until, given_at, source_id, fingerprint, document, recorded_at,
                    content)
                VALUES (:id, :giver, '', :discloser, :custodian, '{}', '{}', '{}',
                    '{}', '{}', :decision, :until, :givenAt, :sourceId, :fingerprint, :document, :recordedAt,
                    :content)
                ON CONFLICT (fingerprint) DO NOTHING
                """)
                .param("id", consent.id())
                .param("giver", consent.giver().value())
                .param("discloser", terms.discloser())
                .param("custodian", terms.origin().custodian())
                .param("decision", terms.decision().name())
                .param("until", terms.until())
                .param("givenAt", timestamp(terms.origin().givenAt()))
                .param("sourceId", source == null ? null : bindings.source(source))
                .param("fingerprint", fingerprint)
                .param("document", document)
                .param("recordedAt", timestamp(consent.recordedAt()))
                .param("content", bindings.bind(consent, fingerprint))
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

    /** The one with this fingerprint, which is there. */
    StoredConsent stated(String fingerprint) {
        return jdbc.sql(SELECT + "WHERE c.fingerprint = :fingerprint")
                .param("fingerprint", bindings.fingerprint(fingerprint))
                .query((row, n) -> consent(row))
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
                .param("subjects", uuids(subjects))
                .query((row, n) -> consent(row))
                .list();
    }

    /** Whether a statement is by or about this person, also one that ended, or was withdrawn by them. */
    boolean names(PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM consent WHERE giver = :person)"
                        + " OR EXISTS (SELECT 1 FROM consent_subject WHERE person_id = :person)"
                        + " OR EXISTS (SELECT 1 FROM consent_withdrawal WHERE withdrawn_by = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
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
                .param("persons", uuids(persons))
                .query((row, n) -> consent(row))
                .list();
    }

    /**
     * Withdraws a consent, and with it every other version of the same statement of the partner that was given until then.
     *
     * @return which were withdrawn now; empty when all were already
     */
    List<UUID> withdraw(UUID consent, StoredConsent.Withdrawn withdrawal) {
        return jdbc
                .sql("""
                SELECT c.id, c.giver
                FROM consent asked JOIN consent c ON c.id = asked.id OR (c.source_id = asked.source_id
                    AND c.giver = asked.giver AND c.discloser = asked.discloser AND c.decision = asked.decision
                    AND COALESCE(c.given_at, c.recorded_at) <= :at)
                WHERE asked.id = :consent ORDER BY c.seq
                """)
                .param("consent", consent)
                .param("at", timestamp(withdrawal.at()))
                .query((row, n) -> new Withdrawable(row.getObject("id", UUID.class), giver(row)))
                .list()
                .stream()
                .filter(found -> add(found, withdrawal))
                .map(Withdrawable::id)
                .toList();
    }

    private record Withdrawable(UUID id, PersonId giver) {}

    /** False when it was withdrawn already. */
    private boolean add(Withdrawable consent, StoredConsent.Withdrawn withdrawal) {
        return jdbc.sql("""
                INSERT INTO consent_withdrawal (consent_id, at, withdrawn_by, channel, recorded_at, content)
                VALUES (:consent, :at, :by, '', :recordedAt, :content)
                ON CONFLICT (consent_id) DO NOTHING
                """)
                        .param("consent", consent.id())
                        .param("at", timestamp(withdrawal.at()))
                        .param("by", withdrawal.by().value())
                        .param("recordedAt", timestamp(withdrawal.recordedAt()))
                        .param("content", bindings.bind(consent.giver(), consent.id(), withdrawal))
                        .update()
                == 1;
    }

    /** A later version of a withdrawn statement that was not given anew is withdrawn from the beginning; whether this is one. */
    boolean inheritWithdrawal(StoredConsent consent) {
        String source = consent.terms().origin().sourceId();
        if (source == null || consent.terms().decision() != ConsentDecision.GIVEN) {
            return false;
        }
        // Each is read as it was written: what stands in clear only finds them
        return jdbc
                .sql(SELECT + "WHERE c.source_id = :source AND c.giver = :giver AND c.id <> :id")
                .param("source", bindings.source(source))
                .param("giver", consent.giver().value())
                .param("id", consent.id())
                .query((row, n) -> consent(row))
                .list()
                .stream()
                .filter(former ->
                        former.terms().discloser().equals(consent.terms().discloser())
                                && former.terms().decision() == consent.terms().decision())
                .map(StoredConsent::withdrawal)
                .filter(Objects::nonNull)
                .filter(former -> !givenAfter(consent, former))
                .min(Comparator.comparing(StoredConsent.Withdrawn::at))
                .filter(former -> add(
                        new Withdrawable(consent.id(), consent.giver()),
                        new StoredConsent.Withdrawn(former.at(), former.by(), former.channel(), consent.recordedAt())))
                .isPresent();
    }

    private static boolean givenAfter(StoredConsent consent, StoredConsent.Withdrawn withdrawal) {
        Instant givenAt = consent.terms().origin().givenAt();
        return givenAt != null && givenAt.isAfter(withdrawal.at());
    }

    StoredConsent.Withdrawn withdrawal(UUID consent) {
        return find(consent).map(StoredConsent::withdrawal).orElseThrow();
    }

    private StoredConsent consent(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PersonId giver = giver(row);
        Instant withdrawnAt = instant(row, "withdrawn_at").orElse(null);
        StoredConsent consent = bindings.read(
                giver,
                id,
                row.getBytes("content"),
                row.getString("fingerprint"),
                row.getObject("withdrawn") == null ? null : bindings.withdrawal(giver, id, row.getBytes("withdrawal")));
        bindings.same(inClear(row, withdrawnAt), bindings.findable(consent));
        return consent;
    }

    private static ConsentBinding.Findable inClear(ResultSet row, @Nullable Instant withdrawnAt) throws SQLException {
        return new ConsentBinding.Findable(
                giver(row),
                Arrays.stream((UUID[]) row.getArray("subjects").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                row.getString("discloser"),
                row.getString("custodian"),
                row.getString("decision"),
                row.getObject("valid_until", LocalDate.class),
                instant(row, "given_at").orElse(null),
                row.getString("source_id"),
                instant(row, "recorded_at").orElseThrow(),
                withdrawnAt,
                instant(row, "withdrawal_recorded_at").orElse(null));
    }

    private static PersonId giver(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("giver", UUID.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static String[] uuids(Collection<PersonId> persons) {
        return persons.stream().map(id -> id.value().toString()).sorted().toArray(String[]::new);
    }
}
