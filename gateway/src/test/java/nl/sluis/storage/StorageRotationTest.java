package nl.sluis.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import nl.sluis.seal.AtRest;
import nl.sluis.testing.Journal;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StorageRotationTest {

    private static final byte[] CONTENT = "Mila valt in slaap.".getBytes(StandardCharsets.UTF_8);
    private static final SecretKey OLD = key(1);
    private static final SecretKey NEW = key(2);

    /** Columns of bytes that are not encrypted with a storage key, and why that is so. */
    private static final Map<String, String> IN_CLEAR = Map.ofEntries(
            Map.entry("audit_%", "evidence without anything personal"),
            Map.entry("%.hash", "a hash"),
            Map.entry("%.hashes", "hashes"),
            Map.entry("%_hash", "a hash"),
            Map.entry("%.root", "a hash"),
            Map.entry("%.signed", "a signed checkpoint"),
            Map.entry("%.token", "a time-stamp"),
            Map.entry("%.seen", "a signed checkpoint"),
            Map.entry("%.given", "a signed checkpoint"),
            Map.entry("%.accepted", "a signed word about an envelope"),
            Map.entry("%.fingerprint", "a keyed fingerprint"),
            Map.entry("%.mark", "a keyed fingerprint"),
            Map.entry("incoming.envelope", "sealed to this node"),
            Map.entry("%.message_content", "a reference to work"));

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final Journal audit = new Journal();

    @Test
    void everyEncryptedValueComesUnderThePresentKey() {
        AtRest old = atRest(OLD);
        EncryptedColumn.ALL.forEach(column -> fill(column, old));
        byte[] fingerprint = old.fingerprint("household/bsn", CONTENT);
        StorageRotation rotation = rotation(atRest(NEW, OLD));

        rotation.look();

        assertThat(rotation.left()).isZero();
        AtRest withoutTheOld = atRest(NEW);
        EncryptedColumn.ALL.stream()
                .filter(column -> !column.table().equals("data_key"))
                .forEach(column -> assertThat(read(column, withoutTheOld))
                        .as(column.name())
                        .isEqualTo(CONTENT));
        assertThat(withoutTheOld.fingerprint("household/bsn", CONTENT)).isEqualTo(fingerprint);
        assertThat(audit.audited())
                .singleElement()
                .asString()
                .contains(EncryptedColumn.ALL.stream()
                        .filter(column -> !column.ofSubject())
                        .map(EncryptedColumn::name)
                        .toArray(String[]::new))
                .contains("key=" + withoutTheOld.keyIdentity());
    }

    @Test
    void whatWasWrittenBeforeAFamilyHadItsKeyComesUnderIt() {
        EncryptedColumn feed = EncryptedColumn.ALL.getLast();
        AtRest old = atRest(OLD);
        fill(feed, old);
        jdbc.sql("UPDATE feed_item SET content = ?")
                .param(old.encrypt(label(feed), CONTENT))
                .update();

        rotation(atRest(NEW, OLD)).look();

        assertThat(read(feed, atRest(NEW))).isEqualTo(CONTENT);
        AtRest present = atRest(NEW);
        present.of(subject(feed)).destroy();
        assertThatThrownBy(() -> read(feed, present)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCanBeReadWithNoKeyIsCountedAndStopsNothing() {
        EncryptedColumn answers = column("idempotency.answer");
        fill(answers, atRest(OLD));
        jdbc.sql("UPDATE idempotency SET answer = answer || '\\x00'::bytea").update();
        fill(column("outgoing.answer"), atRest(OLD));
        StorageRotation rotation = rotation(atRest(NEW, OLD));

        rotation.look();
        rotation.look();

        assertThat(rotation.left()).isEqualTo(1);
        assertThat(read(column("outgoing.answer"), atRest(NEW))).isEqualTo(CONTENT);
    }

    /** As docs/operations/storage-key.md says: each process learns of the key first, and encrypts with it when all know it. */
    @Test
    void aKeyThatIsChangedUnderRunningProcessesLosesNothing() {
        AtRest before = atRest(OLD);
        byte[] fingerprint = before.fingerprint("household/bsn", CONTENT);
        fill(column("outgoing.content"), before);
        AtRest told = TestDataKeys.awaiting(jdbc, OLD, NEW);
        rotation(told).look();
        assertThat(told.fingerprint("household/bsn", CONTENT)).isEqualTo(fingerprint);

        rotation(atRest(NEW, OLD)).look();
        assertThat(read(column("outgoing.content"), told)).isEqualTo(CONTENT);
        rotation(told).look();
        assertThat(read(column("outgoing.content"), atRest(NEW))).isEqualTo(CONTENT);
        assertThat(told.fingerprint("household/bsn", CONTENT)).isEqualTo(fingerprint);
        assertThat(atRest(NEW).fingerprint("household/bsn", CONTENT)).isEqualTo(fingerprint);
        assertThat(audit.audited()).hasSize(1);
    }

    @Test
    void aSecondLookChangesNothing() {
        fill(column("outgoing.content"), atRest(OLD));
        StorageRotation rotation = rotation(atRest(NEW, OLD));
        rotation.look();
        rotation.look();
        assertThat(audit.audited()).hasSize(1);
        assertThat(rotation.left()).isZero();
    }

    @Test
    void withOneKeyNothingIsTouched() {
        fill(column("outgoing.content"), atRest(OLD));
        rotation(atRest(NEW)).look();
        assertThat(audit.audited()).isEmpty();
        assertThat(read(column("outgoing.content"), atRest(OLD))).isEqualTo(CONTENT);
    }

    @Test
    void everyColumnOfBytesIsEncryptedOrSaidToNeedNoEncryption() {
        Set<String> encrypted =
                EncryptedColumn.ALL.stream().map(EncryptedColumn::name).collect(Collectors.toSet());
        List<String> columns = jdbc.sql("SELECT table_name || '.' || column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'public' AND data_type = 'bytea'")
                .query(String.class)
                .list();
        assertThat(columns).containsAll(encrypted);
        assertThat(columns.stream()
                        .filter(column -> !encrypted.contains(column))
                        .filter(column -> IN_CLEAR.keySet().stream().noneMatch(known -> like(column, known))))
                .isEmpty();
    }

    @Test
    void aKeyOfATransactionThatIsTakenBackIsUsedForNothing() {
        AtRest atRest = atRest(OLD);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            atRest.of("household/1").encrypt("feed/1", CONTENT);
            status.setRollbackOnly();
        });
        byte[] stored = atRest.of("household/1").encrypt("feed/1", CONTENT);
        assertThat(atRest(OLD).of("household/1").decrypt("feed/1", stored)).isEqualTo(CONTENT);
    }

    private static boolean like(String column, String pattern) {
        return Stream.of(pattern.split("%", -1)).allMatch(column::contains)
                && (pattern.startsWith("%") || column.startsWith(pattern.replace("%", "")))
                && (pattern.endsWith("%") || column.endsWith(pattern.replace("%", "")));
    }

    private StorageRotation rotation(AtRest atRest) {
        return new StorageRotation(
                new Reencryption(jdbc, atRest, transactions), atRest, audit, new TransactionTemplate(transactions));
    }

    private AtRest atRest(SecretKey key, SecretKey... others) {
        return TestDataKeys.atRest(jdbc, key, others);
    }

    private static SecretKey key(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return new SecretKeySpec(key, "AES");
    }

    private static EncryptedColumn column(String name) {
        return EncryptedColumn.ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String label(EncryptedColumn column) {
        return jdbc.sql("SELECT " + column.label() + " FROM " + column.table())
                .query(String.class)
                .single();
    }

    private String subject(EncryptedColumn column) {
        return jdbc.sql("SELECT " + column.subject() + " FROM " + column.table())
                .query(String.class)
                .single();
    }

    private byte[] read(EncryptedColumn column, AtRest atRest) {
        byte[] stored = jdbc.sql("SELECT " + column.column() + " FROM " + column.table())
                .query((row, i) -> row.getBytes(1))
                .single();
        return column.ofSubject()
                ? atRest.of(subject(column)).decrypt(label(column), stored)
                : atRest.decrypt(label(column), stored);
    }

    /** One row with a value, whatever else the table asks for; two columns of one table share it. */
    private void fill(EncryptedColumn column, AtRest atRest) {
        if (column.table().equals("data_key")) {
            return;
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            if (jdbc.sql("SELECT count(*) FROM " + column.table())
                            .query(Long.class)
                            .single()
                    == 0) {
                Map<String, String> needed = new HashMap<>(needed(column.table()));
                needed.put(column.column(), "''");
                jdbc.sql("INSERT INTO " + column.table() + " (" + String.join(", ", needed.keySet()) + ") VALUES ("
                                + String.join(", ", needed.values()) + ")")
                        .update();
            }
            byte[] stored = column.ofSubject()
                    ? atRest.of(subject(column)).encrypt(label(column), CONTENT)
                    : atRest.encrypt(label(column), CONTENT);
            jdbc.sql("UPDATE " + column.table() + " SET " + column.column() + " = ?")
                    .param(stored)
                    .update();
        });
    }

    private Map<String, String> needed(String table) {
        return jdbc
                .sql("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = ?"
                        + " AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'")
                .param(table)
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, column -> value(column.getKey(), column.getValue())));
    }

    private static String value(String column, String type) {
        return switch (type) {
            case "uuid" ->
                switch (column) {
                    case "consent_id" -> "(SELECT id FROM consent)";
                    case "measure_id" -> "(SELECT id FROM measure)";
                    default -> "gen_random_uuid()";
                };
            case "timestamp with time zone" -> "now()";
            case "date" -> "current_date";
            case "boolean" -> "false";
            case "integer", "bigint" -> "1";
            case "bytea" -> "''";
            case "jsonb" -> "'{}'";
            case "ARRAY" -> "'{}'";
            default -> column.equals("state") ? "'NEW'" : "'x'";
        };
    }
}
