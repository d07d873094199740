package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.certs.CertificateUse;
import nl.sluis.directory.DirectorySettings.Entry;
import nl.sluis.directory.DirectorySettings.HybridSeal;
import nl.sluis.node.Dutch;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is listed decides how strong a seal must be. */
class HybridListingTest {

    private static final String KEY = "sluis.directory.organisations[0].hybrid";
    private static final OrganisationId EIK = new OrganisationId("eik");
    private static final OrganisationId SCHOOL = new OrganisationId("school");
    private static final OrganisationId NOBODY = new OrganisationId("nobody");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = Dutch.day(now);
    private final SettableClock clock = new SettableClock(now);

    @Test
    void fromItsFirstDayOnAnOrganisationIsSealedToWithItsHybridCertificates() {
        Directory directory = directory(entry(EIK, 1, pair("wijkteam", today.plusDays(1), null)));
        assertThat(directory.find(EIK).orElseThrow().sealTo().hybrid()).isNull();
        clock.advance(Duration.ofDays(1));
        assertThat(directory.find(EIK).orElseThrow().sealTo().hybrid())
                .isEqualTo(TestSeals.hybridRecipient("wijkteam").hybrid());
    }

    @Test
    void theNextPairFollowsOnTheDayThatIsListed() {
        Directory directory =
                directory(entry(EIK, 1, pair("wijkteam", null, today), pair("huisarts", today.plusDays(1), null)));
        clock.advance(Duration.ofDays(1));
        assertThat(directory.find(EIK).orElseThrow().sealTo().hybrid())
                .isEqualTo(TestSeals.hybridRecipient("huisarts").hybrid());
    }

    @Test
    void withAHybridCertificateThatHasRunOutNothingIsSentAndNothingLess() {
        Directory directory = directory(entry(EIK, 1, pair("wijkteam", null, null)));
        assertThat(directory.find(EIK)).isPresent();
        // The seal certificate of this test lasts on, the pair does not
        clock.advance(Duration.ofDays(500));
        assertThat(directory.find(EIK)).isEmpty();
        assertThat(directory.lapsed(EIK)).isTrue();
    }

    @Test
    void afterTheLastDayOfAPairThatNothingFollowsNothingIsSentAndNothingLess() {
        Directory directory = directory(entry(EIK, 1, pair("wijkteam", null, today)));
        assertThat(directory.find(EIK)).isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(directory.find(EIK)).isEmpty();
        assertThat(directory.lapsed(EIK)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false", "30, false"})
    void fromADayAfterBothListThemNothingIsTakenWithoutThem(int daysAfter, boolean classical) {
        Directory directory = directory(
                entry(EIK, 1, pair("wijkteam", today.minusDays(30), null)),
                entry(SCHOOL, 2, pair("school", today.minusDays(60), null)));
        // At noon: thirty times 24 hours before is another day when the clocks changed meanwhile
        Instant at = today.minusDays(30)
                .plusDays(daysAfter)
                .atTime(12, 0)
                .atZone(Dutch.ZONE)
                .toInstant();
        assertThat(directory.classical(SCHOOL, EIK, at)).isEqualTo(classical);
        assertThat(directory.classical(EIK, SCHOOL, at)).isEqualTo(classical);
    }

    @Test
    void whoListsNoneYetIsReadAndReadsWithoutThem() {
        Directory directory = directory(entry(EIK, 1, pair("wijkteam", null, null)), entry(SCHOOL, 2));
        assertThat(directory.classical(SCHOOL, EIK, now)).isTrue();
        assertThat(directory.classical(EIK, SCHOOL, now)).isTrue();
        assertThat(directory.classical(EIK, NOBODY, now)).isTrue();
        assertThat(directory.classical(EIK, EIK, now)).isFalse();
    }

    @Test
    void everyFaultNamesItsKey() {
        refused(KEY + ": none holds today", pair("wijkteam", today.minusDays(9), today.minusDays(1)));
        refused(KEY + "[1]: overlaps", pair("wijkteam", null, null), pair("huisarts", today, null));
        refused(KEY + "[0].agreement: no certificate", new HybridSeal(Path.of("no"), kem("school"), null, null));
        refused(KEY + "[0].kem: no certificate", new HybridSeal(agreement("school"), Path.of("no"), null, null));
        refused(KEY + "[0].agreement: is not", new HybridSeal(kem("school"), kem("school"), null, null));
        refused(KEY + "[0].kem: is not", new HybridSeal(agreement("school"), agreement("school"), null, null));
        Path seal = TestSeals.pki().certificate("school", CertificateUse.SEAL);
        refused(KEY + "[0].agreement: is not", new HybridSeal(seal, kem("school"), null, null));
    }

    private void refused(String begin, HybridSeal... pairs) {
        assertThatThrownBy(() -> directory(entry(EIK, 1, pairs)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(begin);
    }

    private Directory directory(Entry... entries) {
        return new Directory(new DirectorySettings(List.of(entries)), clock);
    }

    private static HybridSeal pair(String holder, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new HybridSeal(agreement(holder), kem(holder), from, until);
    }

    private static Path agreement(String holder) {
        return TestSeals.pki().certificate(holder, CertificateUse.AGREEMENT);
    }

    private static Path kem(String holder) {
        return TestSeals.pki().certificate(holder, CertificateUse.KEM);
    }

    private static Entry entry(OrganisationId id, int number, HybridSeal... hybrid) {
        return new Entry(
                id.value(),
                id.value(),
                OrganisationType.HOUSING,
                "0000009900000000000" + number,
                URI.create("https://localhost"),
                Certificates.lasting("school"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(hybrid));
    }
}
