package nl.sluis.certs;

import static nl.sluis.certs.CertificateUse.NODE;
import static nl.sluis.certs.CertificateUse.SEAL;
import static nl.sluis.certs.CertificateUse.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DevelopmentPkiTest {

    private static final List<Holder> TWO = Holder.lindedam().subList(0, 2);

    @TempDir
    Path directory;

    @Test
    void everyOrganisationOfTheDemoHasItsFiles() throws IOException {
        PkiFiles files = DevelopmentPki.generate(directory, Holder.lindedam());
        assertThat(Holder.lindedam())
                .extracting(Holder::name)
                .containsExactly(
                        "wijkteam",
                        "school",
                        "huisarts",
                        "schuldhulp",
                        "woningcorporatie",
                        "jeugd-ggz",
                        "veilig-thuis");
        for (Holder holder : Holder.lindedam()) {
            assertThat(directory.resolve(holder.name() + ".node.pem")).isRegularFile();
            assertThat(directory.resolve(holder.name() + ".node.key")).isRegularFile();
            assertThat(directory.resolve(holder.name() + ".seal.pem")).isRegularFile();
            assertThat(directory.resolve(holder.name() + ".system.key")).isRegularFile();
            assertThat(Files.readString(files.storageKey(holder.name()))).matches("[0-9a-f]{64}");
        }
        for (String bad : List.of("expired", "revoked", "other-ca", "wrong-oin")) {
            assertThat(directory.resolve(bad + ".system.pem")).isRegularFile();
            assertThat(directory.resolve(bad + ".node.key")).isRegularFile();
        }
        assertThat(directory.resolve("ca.pem")).isRegularFile();
        assertThat(directory.resolve("ca.crl.pem")).isRegularFile();
        assertThat(directory.resolve("other-ca.pem")).isRegularFile();
    }

    @Test
    void theSubjectCarriesTheOinAndTheOrganisation() throws Exception {
        DevelopmentPki.generate(directory, TWO);
        X509Certificate school = leaf("school", NODE);
        assertThat(school.getSubjectX500Principal().getName())
                .contains("O=Basisschool De Wilgenhof")
                .contains("CN=de-wilgenhof node")
                .contains(hexOf("00000099000000002000"));
        assertThat(school.getSigAlgName()).isEqualToIgnoringCase("SHA256withECDSA");
        assertThat(((ECPublicKey) school.getPublicKey()).getParams().getOrder().bitLength())
                .isEqualTo(256);
        assertThat(Duration.between(
                        school.getNotBefore().toInstant(), school.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(398))
                .isGreaterThan(Duration.ofDays(396));
    }

    @Test
    void eachUseHasItsOwnKeyAndOnlyItsOwnRights() throws Exception {
        DevelopmentPki.generate(directory, TWO);
        X509Certificate node = leaf("school", NODE);
        X509Certificate seal = leaf("school", SEAL);
        X509Certificate system = leaf("school", SYSTEM);
        assertThat(Stream.of(node, seal, system).map(X509Certificate::getPublicKey))
                .doesNotHaveDuplicates();
        assertThat(node.getExtendedKeyUsage()).containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(system.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(seal.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.36");
        assertThat(usages(node)).containsExactly(0);
        assertThat(usages(seal)).containsExactly(0, 4);
        assertThat(usages(system)).containsExactly(0);
        assertThat(node.getSubjectAlternativeNames()).hasSize(3);
        assertThat(node.getBasicConstraints()).isNegative();
    }

    @Test
    void aPemHoldsTheLeafAndThenItsAuthority() throws Exception {
        PkiFiles files = DevelopmentPki.generate(directory, TWO);
        List<Certificate> chain = Loopback.certificates(files.certificate("school", NODE));
        assertThat(chain).hasSize(2);
        assertThat(chain.getLast()).isEqualTo(Loopback.certificates(files.ca()).getFirst());
        chain.getFirst().verify(chain.getLast().getPublicKey());
    }

    @ParameterizedTest
    @EnumSource(CertificateUse.class)
    void onlyTheOwnerReadsAKey(CertificateUse use) throws IOException {
        PkiFiles files = DevelopmentPki.generate(directory, TWO);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.key("school", use))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.certificate("school", use))))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.storageKey("school"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(files.key("school", use))).startsWith("-----BEGIN PRIVATE KEY-----\n");
    }

    @Test
    void everyCertificateIsMarkedForDevelopmentAndTheRealOnesAreNot() throws Exception {
        PkiFiles files = DevelopmentPki.generate(directory, TWO);
        for (String name : List.of("school", "expired", "revoked", "other-ca", "wrong-oin")) {
            for (CertificateUse use : CertificateUse.values()) {
                assertThat(DevelopmentPki.isDevelopment(leaf(name, use))).isTrue();
            }
        }
        assertThat(DevelopmentPki.isDevelopment(
                        (X509Certificate) Loopback.certificates(files.ca()).getFirst()))
                .isTrue();
        assertThat(publicAuthorities()).isNotEmpty().noneMatch(DevelopmentPki::isDevelopment);
    }

    @Test
    void theBadOnesCarryTheFirstHoldersIdentitySoThatOnlyTheirFaultCounts() throws Exception {
        DevelopmentPki.generate(directory, TWO);
        X509Certificate good = leaf("wijkteam", NODE);
        for (String name : List.of("expired", "revoked", "other-ca")) {
            assertThat(leaf(name, NODE).getSubjectX500Principal()).isEqualTo(good.getSubjectX500Principal());
        }
        assertThat(leaf("wrong-oin", NODE).getSubjectX500Principal().getName())
                .contains(hexOf(DevelopmentPki.NOBODYS_OIN));
        assertThat(leaf("expired", NODE).getNotAfter().toInstant()).isBefore(Instant.now());
    }

    @Test
    void whatIsGoodIsKept() throws IOException {
        DevelopmentPki.generate(directory, Holder.lindedam());
        Map<Path, String> before = contents();
        DevelopmentPki.generate(directory, Holder.lindedam());
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void whatEndsWithinTheWeekIsMadeAnewAndTheStorageKeyStays() throws Exception {
        Instant start = Instant.parse("2026-01-05T12:00:00Z");
        DevelopmentPki.generate(directory, TWO, start);
        X509Certificate first = leaf("school", NODE);
        Map<Path, String> before = contents();

        DevelopmentPki.generate(directory, TWO, start.plus(Duration.ofDays(389)));
        assertThat(leaf("school", NODE)).isEqualTo(first);

        DevelopmentPki.generate(directory, TWO, start.plus(Duration.ofDays(391)));
        assertThat(leaf("school", NODE)).isNotEqualTo(first);
        Map<Path, String> after = contents();
        assertThat(after.get(directory.resolve("ca.pem"))).isEqualTo(before.get(directory.resolve("ca.pem")));
        assertThat(after.get(directory.resolve("ca.crl.pem")))
                .isNotEqualTo(before.get(directory.resolve("ca.crl.pem")));
        assertThat(after.get(directory.resolve("school.storage.key")))
                .isEqualTo(before.get(directory.resolve("school.storage.key")));
    }

    @Test
    void whatIsMissingOrDamagedIsMadeAnew() throws Exception {
        PkiFiles files = DevelopmentPki.generate(directory, TWO);
        X509Certificate kept = leaf("wijkteam", NODE);
        Files.delete(files.key("school", NODE));
        Files.writeString(files.certificate("school", SEAL), "not a certificate");
        Files.writeString(files.crl(), "not a list");
        DevelopmentPki.generate(directory, TWO);
        assertThat(leaf("wijkteam", NODE)).isEqualTo(kept);
        assertThat(leaf("school", CertificateUse.KEM)).isNotNull();
        for (CertificateUse use : EnumSet.complementOf(EnumSet.of(CertificateUse.KEM))) {
            assertThat(PemStore.read(files.certificate("school", use), files.key("school", use)))
                    .hasValueSatisfying(pair -> assertThat(pair.matches()).isTrue());
        }
        assertThat(PemStore.readCrl(files.crl())).isPresent();
    }

    @Test
    void hybridCertificatesEncryptAndSignNothing() throws Exception {
        DevelopmentPki.generate(directory, TWO);
        X509Certificate agreement = leaf("school", CertificateUse.AGREEMENT);
        X509Certificate kem = leaf("school", CertificateUse.KEM);
        assertThat(((ECPublicKey) agreement.getPublicKey())
                        .getParams()
                        .getOrder()
                        .bitLength())
                .isEqualTo(384);
        assertThat(SubjectPublicKeyInfo.getInstance(kem.getPublicKey().getEncoded())
                        .getAlgorithm()
                        .getAlgorithm())
                .isEqualTo(NISTObjectIdentifiers.id_alg_ml_kem_768);
        // digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment, keyAgreement, ...
        assertThat(agreement.getKeyUsage())
                .containsExactly(false, false, false, false, true, false, false, false, false);
        assertThat(kem.getKeyUsage()).containsExactly(false, false, true, false, false, false, false, false, false);
    }

    @Test
    void aNewAuthorityMakesEverythingAnew() throws Exception {
        PkiFiles files = DevelopmentPki.generate(directory, TWO);
        Files.delete(files.caKey());
        DevelopmentPki.generate(directory, TWO);
        Certificate ca = Loopback.certificates(files.ca()).getFirst();
        for (String name : List.of("wijkteam", "school", "expired", "revoked", "wrong-oin")) {
            leaf(name, NODE).verify(ca.getPublicKey());
        }
        PemStore.readCrl(files.crl()).orElseThrow().verify(ca.getPublicKey());
    }

    @Test
    void anOrganisationThatChangesItsNameGetsNewCertificates() throws Exception {
        DevelopmentPki.generate(directory, TWO);
        Holder renamed = new Holder("school", TWO.getLast().oin(), "de-wilgenhof", "Obs De Wilgenhof");
        DevelopmentPki.generate(directory, List.of(TWO.getFirst(), renamed));
        assertThat(leaf("school", NODE).getSubjectX500Principal().getName()).contains("O=Obs De Wilgenhof");
    }

    @Test
    void aDamagedStorageKeyStopsTheStartInsteadOfLosingTheStore() throws IOException {
        PkiFiles files = DevelopmentPki.generate(directory, TWO);
        // Not digits: the name of the directory has those by chance
        Files.writeString(files.storageKey("school"), "abcdef-half");
        assertThatThrownBy(() -> DevelopmentPki.generate(directory, TWO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("school.storage.key")
                .hasMessageNotContaining("abcdef-half");
    }

    @Test
    void startsAtTheSameMomentAgree() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            Callable<Map<Path, String>> start = () -> {
                DevelopmentPki.generate(directory, TWO);
                return contents();
            };
            List<Map<Path, String>> seen = new ArrayList<>();
            for (Future<Map<Path, String>> each : executor.invokeAll(List.of(start, start, start, start))) {
                seen.add(each.get());
            }
            assertThat(seen).allMatch(contents -> contents.equals(seen.getFirst()));
        }
    }

    @Test
    void namesAndOinsAreChecked() {
        assertThatThrownBy(() -> new Holder("../school", "00000099000000002000", "s", "S"))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new Holder("expired", "00000099000000002000", "s", "S"))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new Holder("school", "00000001000000002000", "s", "S"))
                .hasMessageContaining("00000099");
        assertThatThrownBy(() -> DevelopmentPki.generate(directory, List.of())).hasMessageContaining("No holder");
        assertThatThrownBy(() -> DevelopmentPki.generate(directory, List.of(TWO.getFirst(), TWO.getFirst())))
                .hasMessageContaining("twice");
    }

    private X509Certificate leaf(String name, CertificateUse use) throws Exception {
        return (X509Certificate) Loopback.certificates(new PkiFiles(directory).certificate(name, use))
                .getFirst();
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new HashMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }

    private static String hexOf(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<Integer> usages(X509Certificate certificate) {
        List<Integer> set = new ArrayList<>();
        for (int bit = 0; bit < certificate.getKeyUsage().length; bit++) {
            if (certificate.getKeyUsage()[bit]) {
                set.add(bit);
            }
        }
        return set;
    }

    private static List<X509Certificate> publicAuthorities() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init((KeyStore) null);
        return List.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
    }
}
