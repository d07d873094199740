package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.directory.DirectorySettings.Endpoint;
import nl.sluis.directory.DirectorySettings.Entry;
import nl.sluis.directory.DirectorySettings.SealCertificate;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Organisations that move, change their keys, merge and end. */
class DirectoryInMotionTest {

    private static final OrganisationId EIK = new OrganisationId("de-eik");
    private static final OrganisationId LINDE = new OrganisationId("de-linde");
    private static final LocalDate SWITCH = LocalDate.of(2027, 1, 1);
    private static final String KEY = "sluis.directory.organisations[0]";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-12-31T22:59:59Z"));

    @Test
    void whatIsSentIsSealedToTheCertificateOfTheDayAndGoesToTheAddressOfTheDay() {
        Directory directory = directory(moving());
        Partner before = directory.find(EIK).orElseThrow();
        clock.advance(Duration.ofSeconds(1));
        Partner after = directory.find(EIK).orElseThrow();

        assertThat(before.sealCertificate()).isEqualTo(certificate("wijkteam"));
        assertThat(before.endpoint()).isEqualTo(URI.create("https://old"));
        assertThat(after.sealCertificate()).isEqualTo(certificate("school"));
        assertThat(after.endpoint()).isEqualTo(URI.create("https://new"));
    }

    @ParameterizedTest
    @CsvSource({"-2,wijkteam", "-1,wijkteam school", "0,school wijkteam", "29,school wijkteam", "30,school"})
    void whatWasSignedBeforeTheSwitchIsVerifiedForThirtyDays(int days, String signers) {
        Directory directory = directory(moving());
        clock.moveTo(SWITCH.plusDays(days).atTime(12, 0).toInstant(ZoneOffset.UTC));
        assertThat(directory.find(EIK).orElseThrow().signers())
                .containsExactlyElementsOf(List.of(signers.split(" ")).stream()
                        .map(DirectoryInMotionTest::certificate)
                        .toList());
    }

    @Test
    void whoEndedIsNotFoundAndItsSuccessorIsNamedAndOpensWhatItSentBefore() {
        Directory directory = directory(
                ended("de-eik", "1", "2026-12-31", "de-es"),
                ended("de-es", "2", "2026-06-30", "de-linde"),
                entry("de-linde", "3"));
        assertThat(directory.ended(EIK)).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThat(directory.find(EIK)).isEmpty();
        assertThat(directory.findByOin(oin("1"))).isEmpty();
        assertThat(directory.ended(EIK)).contains(new Ended(LocalDate.of(2026, 12, 31), Optional.of(LINDE)));
        assertThat(directory.lastKnown(EIK).orElseThrow().signers()).containsExactly(certificate("wijkteam"));
        assertThat(directory.lapsed(EIK)).isFalse();
    }

    @Test
    void aSuccessorThatHasEndedTooIsNobody() {
        Directory directory =
                directory(ended("de-eik", "1", "2026-01-31", "de-linde"), ended("de-linde", "2", "2026-06-30", null));
        assertThat(directory.ended(EIK)).contains(new Ended(LocalDate.of(2026, 1, 31), Optional.empty()));
    }

    @Test
    void aCertificateThatRunsOutLeavesAnOrganisationThatWaitsForTheNext() {
        Directory directory = directory(dated(null, SWITCH.minusDays(1)));
        assertThat(directory.find(EIK)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(directory.find(EIK)).isEmpty();
        assertThat(directory.lapsed(EIK)).isTrue();
        assertThat(directory.lapsed(LINDE)).isFalse();
    }

    @Test
    void aCertificateThatHasRunOutByItsOwnWordIsNotSealedToAndOpensWhatWasSignedBefore() {
        Instant end = SWITCH.plusDays(60).atTime(12, 0).toInstant(ZoneOffset.UTC);
        Path soon = Certificates.of("soon", Instant.EPOCH, end);
        Path next = Certificates.of("next", end.minusSeconds(60), Instant.parse("2100-01-01T00:00:00Z"));
        List<Endpoint> endpoints = List.of(new Endpoint(URI.create("https://a"), null, null));
        Directory late = directory(entry(endpoints, List.of(new SealCertificate(soon, null, null))));
        LocalDate last = SWITCH.plusDays(60);
        Directory inTime = directory(entry(
                endpoints,
                List.of(new SealCertificate(soon, null, last.minusDays(1)), new SealCertificate(next, last, null))));
        assertThat(late.runningOut(Duration.ofDays(30))).isEmpty();

        clock.moveTo(end.minus(Duration.ofDays(29)));
        assertThat(late.runningOut(Duration.ofDays(30))).containsExactly(Map.entry(EIK, last));
        assertThat(late.find(EIK)).isPresent();

        clock.moveTo(end.plusSeconds(1));
        assertThat(late.find(EIK)).isEmpty();
        assertThat(late.findByOin(oin("1"))).as("its node is not let in").isEmpty();
        assertThat(late.lastKnown(EIK).orElseThrow().signers())
                .as("what it signed before is on its way")
                .containsExactly(Certificates.read(soon));
        assertThat(late.lapsed(EIK)).as("what goes there waits for another").isTrue();
        assertThat(late.runningOut(Duration.ofDays(30))).containsExactly(Map.entry(EIK, last));
        assertThat(inTime.find(EIK).orElseThrow().signers())
                .containsExactly(Certificates.read(next), Certificates.read(soon));
        assertThat(inTime.runningOut(Duration.ofDays(30))).isEmpty();
    }

    @Test
    void aCertificateThatDoesNotHoldYetIsNotUsed() {
        Path early = Certificates.of(
                "early", SWITCH.atTime(12, 0).toInstant(ZoneOffset.UTC), Instant.parse("2100-01-01T00:00:00Z"));
        Directory directory = directory(entry(
                List.of(new Endpoint(URI.create("https://a"), null, null)),
                List.of(new SealCertificate(early, null, null))));
        assertThat(directory.find(EIK)).isEmpty();
        clock.advance(Duration.ofHours(14));
        assertThat(directory.find(EIK)).isPresent();
    }

    @Test
    void everyFaultNamesItsKey() {
        refused(KEY + ".seal-certificates[0].until: before", dated(SWITCH, SWITCH.minusDays(1)));
        refused(KEY + ".seal-certificates: none holds today", dated(SWITCH, null));
        refused(KEY + ".seal-certificates: none holds today", dated(null, LocalDate.of(2026, 12, 30)));
        refused(
                KEY + ".seal-certificates[1]: overlaps",
                entry(
                        List.of(new Endpoint(URI.create("https://a"), null, null)),
                        List.of(
                                new SealCertificate(file("school"), SWITCH, null),
                                new SealCertificate(file("wijkteam"), null, SWITCH))));
        refused(
                KEY + ".endpoints[1]: overlaps",
                entry(
                        List.of(
                                new Endpoint(URI.create("https://a"), null, null),
                                new Endpoint(URI.create("https://b"), SWITCH, null)),
                        List.of(new SealCertificate(file("school"), null, null))));
        refused(
                KEY + ".endpoints[0].address: https only",
                entry(List.of(new Endpoint(URI.create("http://a"), null, null)), List.of()));
        refused(KEY + ".endpoints: none holds today", entry(List.of(), List.of()));
        refused(
                KEY + ".seal-certificates[0].file",
                entry(
                        List.of(new Endpoint(URI.create("https://a"), null, null)),
                        List.of(new SealCertificate(Path.of("not-there.pem"), null, null))));
    }

    @Test
    void aSuccessorThatLeadsNowhereStopsTheStart() {
        refused(KEY + ".successor: not in the directory", ended("de-eik", "1", "2026-01-31", "nobody"));
        refused(
                KEY + ".successor: leads back",
                ended("de-eik", "1", "2026-01-31", "de-linde"),
                ended("de-linde", "2", "2026-01-31", "de-eik"));
        refused(KEY + ".successor: leads back", ended("de-eik", "1", "2026-01-31", "de-eik"));
        refused(KEY + ".successor: only who", ended("de-eik", "1", null, "de-linde"), entry("de-linde", "2"));
    }

    private void refused(String begin, Entry... entries) {
        assertThatThrownBy(() -> directory(entries))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(begin);
    }

    private Directory directory(Entry... entries) {
        return new Directory(new DirectorySettings(List.of(entries)), clock);
    }

    private static Entry moving() {
        return entry(
                List.of(
                        new Endpoint(URI.create("https://new"), SWITCH, null),
                        new Endpoint(URI.create("https://old"), null, SWITCH.minusDays(1))),
                List.of(
                        new SealCertificate(file("wijkteam"), null, SWITCH.minusDays(1)),
                        new SealCertificate(file("school"), SWITCH, null)));
    }

    private static Entry dated(@Nullable LocalDate from, @Nullable LocalDate until) {
        return entry(
                List.of(new Endpoint(URI.create("https://a"), null, null)),
                List.of(new SealCertificate(file("school"), from, until)));
    }

    private static Entry entry(List<Endpoint> endpoints, List<SealCertificate> certificates) {
        return new Entry(
                "de-eik",
                "De Eik",
                OrganisationType.HOUSING,
                oin("1"),
                null,
                null,
                null,
                null,
                List.of(),
                endpoints,
                certificates,
                null,
                List.of());
    }

    private static Entry entry(String id, String number) {
        return ended(id, number, null, null);
    }

    private static Entry ended(String id, String number, @Nullable String until, @Nullable String successor) {
        return new Entry(
                id,
                id,
                OrganisationType.HOUSING,
                oin(number),
                URI.create("https://localhost"),
                file("wijkteam"),
                null,
                until == null ? null : LocalDate.parse(until),
                List.of(),
                List.of(),
                List.of(),
                successor,
                List.of());
    }

    private static String oin(String number) {
        return "0000009900000000000" + number;
    }

    private static Path file(String holder) {
        return Certificates.lasting(holder);
    }

    private static X509Certificate certificate(String holder) {
        return Certificates.read(file(holder));
    }
}
