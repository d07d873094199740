package nl.sluis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.household.Households;
import nl.sluis.node.ErasureReason;
import nl.sluis.seal.AtRest;
import nl.sluis.storage.TestDataKeys;
import nl.sluis.testing.Family;
import nl.sluis.testing.Journal;
import nl.sluis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ErasureTest {

    private static final Viewer TEAM = new Viewer.Organisation();

    private final DataSource database = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final AtRest atRest = TestDataKeys.atRest(jdbc);
    private final Households households = new Households(jdbc, atRest);
    private final Feed feed =
            new Feed(jdbc, households, source -> "De Wilgenhof", (item, household, message, at) -> {});
    private final Journal audit = new Journal();
    private final Erasure erasure = new Erasure(jdbc, households, audit);

    @Test
    void nothingOfTheFamilyIsLeftAndEverythingOfOthersIs() {
        FeedItem first = added(Family.concern("Mila valt in slaap.").build());
        added(Family.concern("Mila valt weer in slaap.").build());
        FeedItem other = added(noor());
        withGroundAndAttachment(first);
        withGroundAndAttachment(other);
        byte[] inABackup = stored(first);

        Erasure.Erased erased = erase(first.household(), ErasureReason.SUBJECT_REQUEST);

        assertThat(erased).isEqualTo(new Erasure.Erased(2, 1, 1));
        assertThat(feed.latest(null, 10, TEAM).items()).extracting(FeedItem::id).containsExactly(other.id());
        assertThat(List.of("received_ground", "attachment", "attachment_incoming", "household", "household_member"))
                .allSatisfy(table -> assertThat(count(table)).as(table).isEqualTo(1));
        assertThatThrownBy(() -> households.keyOf(first.household()).decrypt("feed/" + first.id(), inABackup))
                .isInstanceOf(IllegalStateException.class);
        assertThat(households.keyOf(other.household()).decrypt("feed/" + other.id(), stored(other)))
                .isNotEmpty();
        assertThat(audit.audited())
                .singleElement()
                .asString()
                .contains("household.erased", "reason=SUBJECT_REQUEST", "items=2", "attachments=1", "members=1")
                .doesNotContain("Mila");
    }

    @Test
    void aMessageAboutThemThatComesLaterBeginsAnew() {
        FeedItem before = added(Family.concern("Mila valt in slaap.").build());
        erase(before.household(), ErasureReason.TERM_ENDED);

        FeedItem after = added(Family.concern("Mila valt weer in slaap.").build());

        assertThat(after.household()).isNotEqualTo(before.household());
        assertThat(feed.latest(after.household(), 10, TEAM).items()).hasSize(1);
    }

    @Test
    void withoutItsProofNothingIsErased() {
        FeedItem item = added(Family.concern("Mila valt in slaap.").build());
        audit.fill();

        assertThatIllegalStateException().isThrownBy(() -> erase(item.household(), ErasureReason.UNLAWFUL));

        assertThat(feed.find(item.id(), TEAM)).isPresent();
    }

    @Test
    void whatIsNotThereLeavesNoProof() {
        Optional<Erasure.Erased> erased =
                transaction.execute(status -> erasure.erase(UUID.randomUUID(), ErasureReason.UNLAWFUL));
        assertThat(erased).isEmpty();
        assertThat(audit.audited()).isEmpty();
    }

    private static Message noor() {
        return Family.message()
                .person("noor", HouseholdRole.CHILD)
                .named("noor", "Noor", "Bakker", "2019-02-03")
                .said("noor", AssertionType.OBSERVED, "Iets anders.")
                .build();
    }

    private FeedItem added(Message message) {
        return transaction.execute(
                status -> feed.find(feed.add(message, Instant.now()), TEAM).orElseThrow());
    }

    private Erasure.Erased erase(UUID household, ErasureReason reason) {
        return transaction.execute(status -> erasure.erase(household, reason).orElseThrow());
    }

    private byte[] stored(FeedItem item) {
        return jdbc.sql("SELECT content FROM feed_item WHERE id = ?")
                .param(item.id())
                .query((row, i) -> row.getBytes(1))
                .single();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private void withGroundAndAttachment(FeedItem item) {
        String sender = item.message().sender().value();
        UUID message = item.message().id().value();
        UUID attachment = UUID.randomUUID();
        jdbc.sql("INSERT INTO received_ground (sender, id, thread, ground) VALUES (?, ?, ?, '')")
                .params(sender, message, UUID.randomUUID())
                .update();
        jdbc.sql("INSERT INTO attachment (id, state, media_type, touched_at) VALUES (?, 'CLEAN', 'image/png', now())")
                .param(attachment)
                .update();
        jdbc.sql("INSERT INTO attachment_incoming (sender, message, reference, attachment, delivered)"
                        + " VALUES (?, ?, ?, ?, true)")
                .params(sender, message, UUID.randomUUID(), attachment)
                .update();
    }
}
