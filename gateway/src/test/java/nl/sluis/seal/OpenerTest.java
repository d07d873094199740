package nl.sluis.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.ReceiptStatus;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.policy.Permit;
import nl.sluis.testing.SchoolPermit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenerTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final PersonRef SANNE = SchoolPermit.SANNE;
    private static final OrganisationId SCHOOL = TestSeals.organisation("school");
    private static final OrganisationId TEAM = TestSeals.organisation("wijkteam");
    private static final X509Certificate SCHOOL_SEAL = TestSeals.certificate("school", CertificateUse.SEAL);
    private static final X509Certificate TEAM_SEAL = TestSeals.certificate("wijkteam", CertificateUse.SEAL);

    private static final SealRecipient TO_TEAM = TestSeals.recipient("wijkteam");

    private final Opener team = TestSeals.opener("wijkteam");
    private final Sealer school = TestSeals.sealer("school");

    @Test
    void theRecipientReadsWhatThePermitAllowsAndNothingElse() {
        Envelope envelope = school.seal(permit(), TO_TEAM);

        Opening opening = team.open(envelope, List.of(SCHOOL_SEAL), at -> true);

        assertThat(opening).isInstanceOf(Opening.OpenedMessage.class);
        Opening.OpenedMessage opened = (Opening.OpenedMessage) opening;
        assertThat(opened.message().sections()).hasSize(1);
        assertThat(opened.message().toString() + opened.message().persons()).doesNotContain("leerling-42");
        assertThat(new String(envelope.cms(), StandardCharsets.ISO_8859_1)).doesNotContain("slaapt");
    }

    @Test
    void whatWasSignedOutsideTheWindowIsNotOpened() {
        Envelope envelope = school.seal(permit(), TO_TEAM);
        List<Instant> asked = new ArrayList<>();

        assertThat(team.open(envelope, List.of(SCHOOL_SEAL), at -> {
                    asked.add(at);
                    return false;
                }))
                .isEqualTo(rejected(Opening.Reason.STALE));
        assertThat(Duration.between(asked.getFirst(), Instant.now()).abs()).isLessThan(Duration.ofHours(1));
    }

    @Test
    void whatAnotherSignedOrWasMeantForAnotherIsRejected() {
        Envelope envelope = school.seal(permit(), TO_TEAM);
        X509Certificate eik = TestSeals.certificate("woningcorporatie", CertificateUse.SEAL);

        assertThat(team.open(envelope, List.of(eik), at -> true)).isEqualTo(rejected(Opening.Reason.BAD_SIGNATURE));
        assertThat(TestSeals.opener("woningcorporatie").open(envelope, List.of(SCHOOL_SEAL), at -> true))
                .isEqualTo(rejected(Opening.Reason.UNDECRYPTABLE));
    }

    @Test
    void whatIsPassedOnUnderAnotherNameOrToAnotherIsRejected() {
        Envelope envelope = school.seal(permit(), TO_TEAM);
        Envelope otherId = new Envelope(new MessageId(UUID.randomUUID()), SCHOOL, TEAM, envelope.cms());
        Envelope otherSender = new Envelope(envelope.id(), TestSeals.organisation("huisarts"), TEAM, envelope.cms());
        // The team encrypts what the school signed for it anew, to the housing corporation
        byte[] signed = Cms.sign(
                new SealedContent.OfReceipt(SealedContent.VERSION, receipt()).toJson(),
                TestSeals.keys("school").privateKey(),
                SCHOOL_SEAL);
        Envelope forwarded = new Envelope(
                receipt().id(),
                SCHOOL,
                TestSeals.organisation("woningcorporatie"),
                Encryption.encrypt(signed, TestSeals.recipient("woningcorporatie")));

        assertThat(team.open(otherId, List.of(SCHOOL_SEAL), at -> true))
                .isEqualTo(rejected(Opening.Reason.MISADDRESSED));
        assertThat(team.open(otherSender, List.of(SCHOOL_SEAL), at -> true))
                .isEqualTo(rejected(Opening.Reason.MISADDRESSED));
        assertThat(TestSeals.opener("woningcorporatie").open(forwarded, List.of(SCHOOL_SEAL), at -> true))
                .isEqualTo(rejected(Opening.Reason.MISADDRESSED));
    }

    @Test
    void aVersionThatIsNotKnownIsNotRead() {
        byte[] signed = Cms.sign(
                new SealedContent.OfReceipt(2, receipt()).toJson(),
                TestSeals.keys("school").privateKey(),
                SCHOOL_SEAL);
        Envelope envelope = new Envelope(receipt().id(), SCHOOL, TEAM, Encryption.encrypt(signed, TO_TEAM));

        assertThat(team.open(envelope, List.of(SCHOOL_SEAL), at -> true))
                .isEqualTo(rejected(Opening.Reason.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "1, false"})
    void aSealCountsForWhatItSignedWhileItWasValid(int secondsAfterItsEnd, boolean counts) {
        Instant at = SCHOOL_SEAL.getNotAfter().toInstant().plusSeconds(secondsAfterItsEnd);
        Envelope envelope = new Envelope(
                receipt().id(),
                SCHOOL,
                TEAM,
                Encryption.encrypt(
                        signed("school", new SealedContent.OfReceipt(SealedContent.VERSION, receipt()).toJson(), at),
                        TO_TEAM));
        assertThat(team.open(envelope, List.of(SCHOOL_SEAL), any -> true))
                .isEqualTo(counts ? new Opening.OpenedReceipt(receipt()) : rejected(Opening.Reason.BAD_SIGNATURE));

        Envelope sent = TestSeals.sealer("wijkteam").seal(receipt(), TestSeals.recipient("school"));
        byte[] word = MessageJson.mapper()
                .writeValueAsBytes(new Acceptance(
                        sent.id(), sent.sender(), sent.recipient(), Sha256.hex(Sha256.of(sent.cms())), AT));
        assertThat(team.verify(signed("school", word, at), sent, List.of(SCHOOL_SEAL))
                        .isPresent())
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void aSealThatWasTakenBackSignsNothingFromThatMomentOn(int secondsAfter, boolean counts) {
        Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SealRevocations revoked = seal -> seal.equals(SCHOOL_SEAL) ? Optional.of(since) : Optional.empty();
        byte[] json = new SealedContent.OfReceipt(SealedContent.VERSION, receipt()).toJson();
        Envelope envelope = new Envelope(
                receipt().id(),
                SCHOOL,
                TEAM,
                Encryption.encrypt(signed("school", json, since.plusSeconds(secondsAfter)), TO_TEAM));
        assertThat(TestSeals.opener("wijkteam", revoked).open(envelope, List.of(SCHOOL_SEAL), at -> true))
                .isEqualTo(counts ? new Opening.OpenedReceipt(receipt()) : rejected(Opening.Reason.BAD_SIGNATURE));

        Envelope sent = TestSeals.sealer("wijkteam").seal(receipt(), TestSeals.recipient("school"));
        byte[] word = MessageJson.mapper()
                .writeValueAsBytes(new Acceptance(
                        sent.id(), sent.sender(), sent.recipient(), Sha256.hex(Sha256.of(sent.cms())), AT));
        assertThat(TestSeals.opener("wijkteam", revoked)
                        .verify(signed("school", word, since.plusSeconds(secondsAfter)), sent, List.of(SCHOOL_SEAL))
                        .isPresent())
                .isEqualTo(counts);
    }

    private static byte[] signed(String holder, byte[] content, Instant at) {
        return TestSignatures.attached(
                content, TestSeals.keys(holder).privateKey(), TestSeals.certificate(holder, CertificateUse.SEAL), at);
    }

    @ParameterizedTest
    @CsvSource({"of-tomorrow, true", "receipt, false"})
    void aFormOfALaterVersionIsLeftToThatVersion(String form, boolean later) {
        byte[] json =
                "{\"form\":\"%s\",\"version\":1,\"unheard\":{}}".formatted(form).getBytes(StandardCharsets.UTF_8);
        byte[] cms = Encryption.encrypt(signed("school", json, Instant.now()), TO_TEAM);
        assertThat(open(cms)).isEqualTo(later ? new Opening.OfLaterVersion() : rejected(Opening.Reason.UNREADABLE));
    }

    @Test
    void noBytesWhateverTheyAreMakeItThrow() {
        byte[] good = school.seal(receipt(), TO_TEAM).cms();
        byte[] deep = new byte[200_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }

        assertThat(open(deep)).isInstanceOf(Opening.Rejected.class);
        assertThat(open(new byte[] {0x30, 0})).isInstanceOf(Opening.Rejected.class);
        for (int i = 0; i < good.length; i += 3) {
            byte[] altered = good.clone();
            altered[i] ^= 0x15;
            assertThat(open(altered)).as("byte %d", i).isNotInstanceOf(Opening.OpenedMessage.class);
        }
    }

    @Test
    void aWordOfAcceptanceIsTakenFromTheRecipientAboutThatEnvelopeOnly() {
        Envelope sent = school.seal(receipt(), TO_TEAM);
        Acceptance word = new Acceptance(sent.id(), SCHOOL, TEAM, Sha256.hex(Sha256.of(sent.cms())), AT);
        Acceptance aboutAnother =
                new Acceptance(new MessageId(UUID.randomUUID()), SCHOOL, TEAM, Sha256.hex(Sha256.of(sent.cms())), AT);
        Opener opener = TestSeals.opener("school");

        assertThat(opener.verify(TestSeals.sealer("wijkteam").sign(word), sent, List.of(TEAM_SEAL)))
                .hasValue(word);
        assertThat(opener.verify(school.sign(word), sent, List.of(TEAM_SEAL))).isEmpty();
        assertThat(opener.verify(TestSeals.sealer("wijkteam").sign(aboutAnother), sent, List.of(TEAM_SEAL)))
                .isEmpty();
        assertThat(opener.verify(new byte[] {1}, sent, List.of(TEAM_SEAL))).isEmpty();
    }

    private Opening open(byte[] cms) {
        return team.open(new Envelope(receipt().id(), SCHOOL, TEAM, cms), List.of(SCHOOL_SEAL), at -> true);
    }

    private static Opening rejected(Opening.Reason reason) {
        return new Opening.Rejected(reason);
    }

    private static Receipt receipt() {
        MessageId id = MessageId.parse("00000000-0000-4000-8000-000000000007");
        return new Receipt(id, id, new ThreadId(id.value()), SCHOOL, TEAM, ReceiptStatus.DELIVERED, null, AT, null);
    }

    private static Permit permit() {
        return SchoolPermit.of(
                List.of(section("goes", DataCategory.OBSERVATION), section("stays", DataCategory.CRIMINAL)));
    }

    private static Section section(String id, DataCategory category) {
        return new Section(
                new SectionId(id),
                SANNE,
                category,
                LifeDomain.LGZ,
                id.equals("goes"),
                new Content.Carried("text/plain", "Sanne slaapt slecht"));
    }
}
