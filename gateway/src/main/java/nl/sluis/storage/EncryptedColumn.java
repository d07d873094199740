package nl.sluis.storage;

import java.util.List;

/**
 * A column whose values are encrypted at rest. A test holds these against all columns of bytes in the schema, so that none is forgotten.
 *
 * @param label SQL expression of the label that the value is bound to
 * @param subject SQL expression of whose own key it has; empty when it has that of storage
 */
record EncryptedColumn(String table, String column, String label, String subject) {

    private static final String NONE = "";

    /** All of them; the keys of subjects first, since the others need them. */
    static final List<EncryptedColumn> ALL = List.of(
            new EncryptedColumn("data_key", "wrapped", "'data-key/' || subject", NONE),
            new EncryptedColumn("outgoing", "content", "'outgoing/content/' || id", NONE),
            new EncryptedColumn("outgoing", "original", "'outgoing/original/' || id", NONE),
            new EncryptedColumn("outgoing", "answer", "'outgoing/answer/' || id", NONE),
            new EncryptedColumn("idempotency", "answer", "'idempotency/' || key", NONE),
            new EncryptedColumn("received_ground", "ground", "'ground/' || sender || '/' || id", NONE),
            new EncryptedColumn("consent_document", "content", "'consent-document/' || hash", NONE),
            new EncryptedColumn("consent_copy", "content", "'consent-copy/' || id", NONE),
            new EncryptedColumn("attachment", "sha256", "'attachment/' || id || '/sha256'", NONE),
            new EncryptedColumn("attachment_chunk", "link", "'attachment/' || attachment || '/link/' || number", NONE),
            new EncryptedColumn(
                    "attachment_chunk", "content", "'attachment/' || attachment || '/chunk/' || number", NONE),
            new EncryptedColumn(
                    "household_member", "name", "'household-member/' || id", "'household/' || household_id"),
            new EncryptedColumn(
                    "household_member",
                    "description",
                    "'household-member/' || id || '/description'",
                    "'household/' || household_id"),
            new EncryptedColumn(
                    "household_record", "content", "'household-record/' || id", "'household/' || household_id"),
            new EncryptedColumn("task", "reason", "'task/' || id", "'household/' || household_id"),
            new EncryptedColumn(
                    "task", "settlement_reason", "'task/' || id || '/settlement'", "'household/' || household_id"),
            new EncryptedColumn(
                    "person_number",
                    "value",
                    "'person-number/' || encode(fingerprint, 'hex')",
                    "'person/' || person_id"),
            new EncryptedColumn("person", "birth", "'person/' || id || '/birth'", "'person/' || id"),
            new EncryptedColumn("consent", "content", "'consent/' || id", "'person/' || giver"),
            new EncryptedColumn(
                    "consent_withdrawal",
                    "content",
                    "'consent-withdrawal/' || consent_id",
                    "(SELECT 'person/' || c.giver FROM consent c WHERE c.id = consent_id)"),
            new EncryptedColumn("custody", "content", "'custody/' || id", "'person/' || person_id"),
            new EncryptedColumn("measure", "content", "'measure/' || id", "'person/' || person_id"),
            new EncryptedColumn(
                    "measure_ending",
                    "content",
                    "'measure-ending/' || seq",
                    "(SELECT 'person/' || m.person_id FROM measure m WHERE m.id = measure_id)"),
            new EncryptedColumn("meldcode_case", "content", "'meldcode-case/' || id", "'meldcode/' || id"),
            new EncryptedColumn("meldcode_event", "content", "'meldcode-event/' || seq", "'meldcode/' || case_id"),
            new EncryptedColumn("feed_item", "content", "'feed/' || id", "'household/' || household_id"));

    /** A stable name for the audit and for people. */
    String name() {
        return table + "." + column;
    }

    boolean ofSubject() {
        return !subject.isEmpty();
    }
}
