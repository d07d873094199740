package nl.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Regime;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.PkiFiles;
import nl.sluis.directory.Directory;
import nl.sluis.directory.DirectorySettings;
import nl.sluis.directory.TestRevocations;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.TestSeals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class CallersTest {

    private static final PkiFiles PKI = TestSeals.pki();

    private final Callers callers = new Callers(
            new AccessSettings(List.of(new AccessSettings.SystemEntry(
                    "files", PKI.certificate("wijkteam", CertificateUse.SYSTEM), Set.of(Role.REGISSEUR)))),
            settings(NodeSettings.Mode.DEMO, List.of()),
            new Directory(
                    new DirectorySettings(List.of(
                            entry("school", null),
                            entry("wijkteam", null),
                            entry("huisarts", LocalDate.of(2020, 1, 1)))),
                    Clock.systemUTC()),
            TestRevocations.byListOf(PKI));

    @Test
    void aCertificateThatWasTakenBackIsNobodys() {
        assertThat(of("revoked", CertificateUse.NODE)).isEmpty();
        assertThat(of("revoked", CertificateUse.SYSTEM)).isEmpty();
    }

    @Test
    void ownSystemsAreKnownByTheirCertificate() {
        assertThat(of("wijkteam", CertificateUse.SYSTEM))
                .contains(new Caller.OwnSystem("files", Set.of(Role.REGISSEUR)));
    }

    @Test
    void aSystemWithoutRolesIsForADemoOnlyAndThereItMayDoEverything() {
        List<Path> systems = List.of(PKI.certificate("wijkteam", CertificateUse.SYSTEM));
        AccessSettings none = new AccessSettings(List.of());
        assertThat(new OwnSystems(none, settings(NodeSettings.Mode.DEMO, systems))
                        .of(TestSeals.certificate("wijkteam", CertificateUse.SYSTEM)))
                .contains(new Caller.OwnSystem("system-0", Set.of(Role.values())));
        assertThatThrownBy(() -> new OwnSystems(none, settings(NodeSettings.Mode.PRODUCTION, systems)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sluis.node.systems: outside demo mode");
    }

    @Test
    void oneCertificateIsOneSystemAndNoneOfDevelopmentInProduction() {
        AccessSettings.SystemEntry entry =
                new AccessSettings.SystemEntry("files", PKI.certificate("wijkteam", CertificateUse.SYSTEM), Set.of());
        AccessSettings twice = new AccessSettings(List.of(entry, entry));
        assertThatThrownBy(() -> new OwnSystems(twice, settings(NodeSettings.Mode.DEMO, List.of())))
                .hasMessageStartingWith("sluis.access.systems[1].certificate: this certificate is of another");
        assertThatThrownBy(() -> new OwnSystems(twice, settings(NodeSettings.Mode.PRODUCTION, List.of())))
                .hasMessageStartingWith("sluis.access.systems[0].certificate: a development certificate");
    }

    @Test
    void partnersNodesAreKnownByTheirOin() {
        assertThat(of("school", CertificateUse.NODE))
                .get()
                .isInstanceOfSatisfying(
                        Caller.Node.class,
                        node -> assertThat(node.partner().id()).isEqualTo(TestSeals.organisation("school")));
    }

    @Test
    void aPartnersSystemIsNoNodeThoughItHasThatPartnersOin() {
        assertThat(of("school", CertificateUse.SYSTEM)).isEmpty();
        assertThat(of("school", CertificateUse.SEAL)).isEmpty();
    }

    @Test
    void nobodyElseIsAnybody() {
        assertThat(of("woningcorporatie", CertificateUse.NODE)).isEmpty();
        assertThat(of("huisarts", CertificateUse.NODE)).isEmpty();
        assertThat(callers.of(new MockHttpServletRequest())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,cross-site,,403", "POST,same-site,,403", "DELETE,cross-site,,403", "POST,same-origin,,200",
        "POST,none,,200", "GET,cross-site,,200", "POST,,https://evil.example,403", "POST,,null,403",
        "POST,,https://localhost:8443,200", "PUT,,,200"
    })
    void aPageOfAnotherSiteChangesNothing(String method, @Nullable String site, @Nullable String origin, int status)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/v1/consents");
        request.addHeader("Host", "localhost:8443");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();

        new CrossSiteFilter(nl.sluis.node.TestProblems.writer(JsonMapper.shared()))
                .doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }

    private Optional<Caller> of(String holder, CertificateUse use) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(
                "jakarta.servlet.request.X509Certificate", new X509Certificate[] {TestSeals.certificate(holder, use)});
        return callers.of(request);
    }

    private static DirectorySettings.Entry entry(String holder, @Nullable LocalDate until) {
        return new DirectorySettings.Entry(
                TestSeals.holder(holder).organisation(),
                holder,
                OrganisationType.OTHER,
                TestSeals.holder(holder).oin(),
                URI.create("https://localhost"),
                PKI.certificate(holder, CertificateUse.SEAL),
                null,
                until,
                List.of());
    }

    private static NodeSettings settings(NodeSettings.Mode mode, List<Path> systems) {
        Path any = PKI.ca();
        return new NodeSettings(
                mode,
                "wijkteam-noord",
                "Wijkteam",
                OrganisationType.WIJKTEAM,
                Regime.WMO,
                TestSeals.holder("wijkteam").oin(),
                1,
                2,
                new NodeSettings.Tls(any, any, any),
                new NodeSettings.Keys(any, any, any),
                systems,
                DataSize.ofMegabytes(1),
                "");
    }
}
