package nl.sluis.household;

import java.util.List;
import java.util.UUID;
import nl.sluis.seal.AtRest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of records when a person decided that two households are one. */
final class RecordMoves {

    private final JdbcClient jdbc;
    private final MemberStore store;

    RecordMoves(JdbcClient jdbc, MemberStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** They stand with the other household, encrypted with its key. */
    void move(UUID from, UUID to) {
        List<UUID> ids = jdbc.sql("SELECT id FROM household_record WHERE household_id = ?")
                .param(from)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        AtRest.Subject before = store.keyOf(from);
        AtRest.Unlocked after = store.keyOf(to).unlocked();
        for (UUID id : ids) {
            byte[] content = jdbc.sql("SELECT content FROM household_record WHERE id = ?")
                    .param(id)
                    .query((row, n) -> row.getBytes(1))
                    .single();
            String label = Records.label(id);
            jdbc.sql("UPDATE household_record SET household_id = ?, content = ? WHERE id = ?")
                    .params(to, after.encrypt(label, before.decrypt(label, content)), id)
                    .update();
        }
    }
}
