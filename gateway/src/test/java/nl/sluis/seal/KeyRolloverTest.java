package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.ThreadId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.node.NodeSettings;
import nl.sluis.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A node that changes its seal loses no mail: both keys open, one signs, both are verified. */
class KeyRolloverTest {

    private static final LocalDate SWITCH = LocalDate.of(2027, 1, 1);
    private static final OrganisationId SCHOOL = TestSeals.organisation("school");
    private static final OrganisationId TEAM = TestSeals.organisation("wijkteam");
    private static final X509Certificate OLD = certificate("wijkteam");
    private static final X509Certificate NEW = certificate("huisarts");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-12-31T22:59:59Z"));
    private final SealKeys keys = keys("huisarts", "huisarts", SWITCH);

    @Test
    void whatIsSealedToTheOldKeyAndToTheNewOneIsOpenedBeforeAndAfterTheSwitch() {
        Opener team = new Opener(keys, TEAM, (sender, recipient, at) -> true, seal -> Optional.empty());
        for (int day = 0; day < 2; day++) {
            for (X509Certificate to : List.of(OLD, NEW)) {
                Envelope envelope =
                        TestSeals.sealer("school").seal(receipt(SCHOOL, TEAM), new SealRecipient(TEAM, to, null));
                assertThat(team.open(envelope, List.of(certificate("school")), at -> true))
                        .isInstanceOf(Opening.OpenedReceipt.class);
            }
            clock.moveTo(Instant.parse("2026-12-31T23:00:00Z"));
        }
    }

    @Test
    void theNewKeySignsFromItsFirstDayAndPartnersVerifyBoth() {
        Sealer team = new Sealer(keys);
        Envelope before = team.seal(receipt(TEAM, SCHOOL), TestSeals.recipient("school"));
        clock.moveTo(Instant.parse("2026-12-31T23:00:00Z"));
        Envelope after = team.seal(receipt(TEAM, SCHOOL), TestSeals.recipient("school"));
        Opener school = TestSeals.opener("school");

        assertThat(school.open(before, List.of(OLD), at -> true)).isInstanceOf(Opening.OpenedReceipt.class);
        assertThat(school.open(after, List.of(OLD), at -> true))
                .isEqualTo(new Opening.Rejected(Opening.Reason.BAD_SIGNATURE));
        assertThat(List.of(before, after))
                .allSatisfy(envelope -> assertThat(school.open(envelope, List.of(NEW, OLD), at -> true))
                        .isInstanceOf(Opening.OpenedReceipt.class));
    }

    @Test
    void aKeyWithoutAFirstDayOpensAndNeverSigns() {
        SealKeys former = keys("huisarts", "huisarts", null);
        assertThat(former.certificate()).isEqualTo(OLD);
        Envelope envelope = TestSeals.sealer("school").seal(receipt(SCHOOL, TEAM), new SealRecipient(TEAM, NEW, null));
        assertThat(new Opener(former, TEAM, (sender, recipient, at) -> true, seal -> Optional.empty())
                        .open(envelope, List.of(certificate("school")), at -> true))
                .isInstanceOf(Opening.OpenedReceipt.class);
    }

    @Test
    void aKeyThatIsNotOfItsCertificateStopsTheStart() {
        assertThatThrownBy(() -> keys("huisarts", "school", SWITCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sluis.node.keys.more[0].key: does not belong to its certificate");
    }

    private SealKeys keys(String certificate, String key, @Nullable LocalDate from) {
        return SealKeys.load(
                new NodeSettings.Keys(
                        TestSeals.pki().certificate("wijkteam", CertificateUse.SEAL),
                        TestSeals.pki().key("wijkteam", CertificateUse.SEAL),
                        TestSeals.pki().storageKey("wijkteam"),
                        List.of(new NodeSettings.Seal(
                                TestSeals.pki().certificate(certificate, CertificateUse.SEAL),
                                TestSeals.pki().key(key, CertificateUse.SEAL),
                                from)),
                        List.of()),
                clock);
    }

    private Receipt receipt(OrganisationId from, OrganisationId to) {
        return new Receipt(
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                new ThreadId(UUID.randomUUID()),
                from,
                to,
                ReceiptStatus.DELIVERED,
                null,
                clock.instant(),
                null);
    }

    private static X509Certificate certificate(String holder) {
        return TestSeals.certificate(holder, CertificateUse.SEAL);
    }
}
