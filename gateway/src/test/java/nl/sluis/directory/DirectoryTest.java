package nl.sluis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.directory.DirectorySettings.Entry;
import nl.sluis.testing.Certificates;
import nl.sluis.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {

    private static final OrganisationId EIK = new OrganisationId("de-eik");
    private static final String OIN = "00000099000000005000";
    private static final String OTHER_OIN = "00000099000000006000";
    private static final String KEY = "sluis.directory.organisations[1]";

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T22:59:59Z, true",
        "2026-12-31T23:00:00Z, false",
        "2026-12-30T23:30:00Z, true",
        "2027-06-01T00:00:00Z, false"
    })
    void anOrganisationIsFoundUpToItsLastDayInTheNetherlands(Instant now, boolean found) {
        Directory directory = directory(now, entry("de-eik", OIN, LocalDate.of(2026, 12, 31), List.of()));

        assertThat(directory.find(EIK).isPresent()).isEqualTo(found);
        assertThat(directory.findByOin(OIN).isPresent()).isEqualTo(found);
        assertThat(directory.nameOf(EIK)).isEqualTo("Naam van de-eik");
    }

    @Test
    void anAliasLeadsToTheOrganisationItself() {
        Directory directory = directory(Instant.EPOCH, entry("de-eik", OIN, null, List.of("eik-wonen")));

        assertThat(directory.find(new OrganisationId("eik-wonen")).orElseThrow().id())
                .isEqualTo(EIK);
    }

    @Test
    void whoIsNotThereIsNotFoundAndKeepsItsIdentifierAsName() {
        Directory directory = directory(Instant.EPOCH);

        assertThat(directory.find(EIK)).isEmpty();
        assertThat(directory.findByOin(OIN)).isEmpty();
        assertThat(directory.nameOf(EIK)).isEqualTo("de-eik");
    }

    @Test
    void everyFaultNamesItsKey() {
        Entry first = entry("de-eik", OIN, null, List.of());

        refused(KEY + ": id or oin", first, entry("de-eik", OTHER_OIN, null, List.of()));
        refused(KEY + ": id or oin", first, entry("ander", OIN, null, List.of()));
        refused(KEY + ".aliases", first, entry("ander", OTHER_OIN, null, List.of("de-eik")));
        refused(KEY + ".endpoint: https only", first, entry("ander", "http://x", seal()));
        refused(KEY + ".seal-certificate", first, entry("ander", "https://x", Path.of("not-there.pem")));
    }

    /** A listing that somebody else wrote leads this node's requests to no service of this machine's link. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@x",
                "https://x?to=y",
                "https://x#y",
                "https:///x",
                "https:x",
                "https://169.254.169.254",
                "https://2852039166",
                "https://0xa9fea9fe",
                "https://0.0.0.0",
                "https://224.0.0.1",
                "https://255.255.255.255",
                "https://[fe80::1]",
                "https://[FE80::1]",
                "https://[ff02::1]",
                "https://[::]",
                "https://[::ffff:169.254.169.254]",
                "file:///etc/passwd",
                "jar:https://x!/y",
                "javascript:alert(1)",
                "data:text/html,x"
            })
    void anAddressThatIsNoNodesIsRefused(String address) {
        refused(KEY + ".endpoint: ", entry("de-eik", OIN, null, List.of()), entry("ander", address, seal()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://node.example",
                "https://node.example:8443/",
                "https://10.2.3.4",
                "https://[fd00::1]:8443",
                "https://localhost:8443"
            })
    void anAddressOfANodeIsTaken(String address) {
        assertThat(directory(Instant.EPOCH, entry("ander", address, seal())).findByOin(OTHER_OIN))
                .isPresent();
    }

    private static void refused(String begin, Entry... entries) {
        assertThatThrownBy(() -> directory(Instant.EPOCH, entries))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(begin)
                .hasMessageNotContaining(OIN);
    }

    private static Directory directory(Instant now, Entry... entries) {
        return new Directory(new DirectorySettings(List.of(entries)), new SettableClock(now));
    }

    private static Entry entry(String id, String oin, @Nullable LocalDate until, List<String> aliases) {
        return new Entry(
                id,
                "Naam van " + id,
                OrganisationType.HOUSING,
                oin,
                URI.create("https://localhost"),
                seal(),
                null,
                until,
                aliases);
    }

    private static Entry entry(String id, String endpoint, Path seal) {
        return new Entry(
                id, id, OrganisationType.HOUSING, OTHER_OIN, URI.create(endpoint), seal, null, null, List.of());
    }

    private static Path seal() {
        return Certificates.lasting("wijkteam");
    }
}
