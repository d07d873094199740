package nl.sluis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.sluis.certs.CertificateUse;
import nl.sluis.seal.TestSeals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a person gives them: through the outermost one. */
class SluisTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aFaultInTheRulesIsToldByItsPlaceAndNotByAStackTrace(@TempDir Path set) throws IOException {
        Files.writeString(set.resolve("20-fout.md"), "## Weigeren als\n\n| regel |\n|---|\n| |\n");

        assertThat(run("policy", "check", "--set=" + set)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("20-fout.md:")
                .doesNotContain("\tat ");
    }

    /** What a jar answers is seen where there is one: {@code .ci/deb}. */
    @Test
    void theVersionIsNamedAndSoIsThatOfJava() {
        assertThat(run("version")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("sluis (not packed), Java " + Runtime.version().feature());
    }

    @Test
    void theRulesSayHowTheyAreAsked() {
        assertThat(run("policy", "--help")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Usage: sluis policy");
    }

    @Test
    void aMappingProfileAtFaultIsToldByFileLineAndColumn(@TempDir Path folder) throws IOException {
        Path profile = folder.resolve("opvang.yaml");
        Path node = folder.resolve("node.yaml");
        Files.writeString(node, "sluis: {partners: [{mapping: '" + profile + "'}]}\n");

        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("sluis.partners[0].mapping: cannot be read");

        Files.writeString(profile, "profile: sluis-csv/1\nname: opvang\npartnr: De Lindeboom\n");
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("opvang.yaml:3:1: UNKNOWN_KEY 'partnr' is not known here; did you mean 'partner'?")
                .doesNotContain("\tat ");
    }

    @Test
    void aMunicipalityAtFaultIsToldByFileLineAndColumnAndAContradictionByAnExample(@TempDir Path folder)
            throws IOException {
        Path profile = folder.resolve("klein.yaml");
        Path node = folder.resolve("node.yaml");
        Files.writeString(node, "sluis: {municipality: {profile: '" + profile + "'}}\n");

        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("sluis.municipality.profile: cannot be read");

        Files.writeString(profile, Files.readString(Path.of("../docs/examples/contradictory-municipality.yaml")));
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "sluis.municipality.profile: klein.yaml:",
                        "CONTRADICTION",
                        "a household with children, 2 life domains")
                .doesNotContain("\tat ");
        said.reset();
        Files.writeString(node, "sluis: {municipality: {profile: nergens}}\n");
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sluis.municipality.profile: no profile of that name");
        said.reset();
        Files.writeString(node, "sluis: {municipality: {profile: lindedam}}\n");
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("sluis.municipality");
    }

    /** A profile that is about nobody would check nothing and say nothing. */
    @Test
    void aReceiverWhomNobodyCanAddressOrWithoutItsProfileIsToldByItsKey(@TempDir Path folder) throws IOException {
        Path node = folder.resolve("node.yaml");
        String receivers = "sluis: {receivers: [{organisation: '%s', profile: '%s'}], directory: {organisations: ["
                + "{id: raad, name: Raad, type: RAAD, oin: '00000099000000009901', endpoint: 'https://localhost:1', seal-certificate: '"
                + TestSeals.pki().certificate("school", CertificateUse.SEAL) + "'}]}}\n";
        Files.writeString(node, receivers.formatted("raat", "raad"));
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sluis.receivers[0].organisation: is not in the directory");
        said.reset();
        Files.writeString(node, receivers.formatted("raad", "nergens"));
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sluis.receivers[0].profile: no profile of that name");
        said.reset();
        Path profile = folder.resolve("eigen.yaml");
        Files.writeString(node, receivers.formatted("raad", profile));
        Files.writeString(profile, "profile: sluis-receiver/1\nname: eigen\nkinds: [REFERAL]\n");
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("sluis.receivers[0].profile: eigen.yaml:3");
        said.reset();
        Files.writeString(node, receivers.formatted("raad", "raad"));
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("sluis.receivers");
    }

    @Test
    void aRegisterAtFaultIsToldByItsKey(@TempDir Path folder) throws IOException {
        Path node = folder.resolve("node.yaml");
        Files.writeString(
                node,
                "sluis:\n  registers:\n    brp: {url: 'http://brp.example.org/geheim', headers: {x-doelbinding: jeugdhulp}}\n"
                        + "  zgw: {cases: 'http://zaken.example.org/geheim', case-types: {REFERRAL: 'https://example.org'}}\n");

        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "sluis.registers.brp.url: has to begin with https",
                        "sluis.zgw.cases: has to be an address that begins with https")
                .doesNotContain("geheim");
    }

    @Test
    void aWebhookAtFaultIsToldByItsKey(@TempDir Path folder) throws IOException {
        Path node = folder.resolve("node.yaml");
        Files.writeString(
                node,
                "sluis:\n  webhooks:\n    - {name: regie, url: 'https://127.0.0.1/geheim'}\n    - {name: arrivals}\n");

        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("sluis.webhooks[1].url");
        said.reset();
        Files.writeString(node, "sluis:\n  webhooks:\n    - {name: regie, url: 'https://127.0.0.1/geheim'}\n");
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sluis.webhooks[0].url: is an address of this machine")
                .doesNotContain("geheim");
    }

    @Test
    void aChannelAtFaultIsToldByItsKeyWithoutOpeningIt(@TempDir Path folder) throws IOException {
        Path node = folder.resolve("node.yaml");
        String orders = "name: orders, system: reports, media-type: application/hl7-v2";
        for (String channel : List.of(
                "{name: Orders 1, system: reports}",
                "{name: orders, system: nobody, media-type: application/hl7-v2, folder: {path: /srv/in}}",
                "{name: orders, system: reads, media-type: application/hl7-v2, folder: {path: /srv/in}}",
                "{name: orders, system: reports, folder: {path: /srv/in}}",
                "{" + orders + "}",
                "{" + orders + ", folder: {path: in}}",
                "{" + orders + ", folder: {path: '/srv/in?noop=false'}}",
                "{" + orders + ", folder: {path: /srv/in, settle: 0s}}",
                "{" + orders + ", folder: {path: /srv/in}, recipient: ' '}",
                "{name: orders, system: reports, media-type: image/png, folder: {path: /srv/in}}",
                "{" + orders + ", folder: {path: /srv/in}, mllp: {port: 2575}}",
                "{name: orders, system: reports, media-type: application/json, mllp: {port: 2575}}",
                "{" + orders + ", mllp: {}}",
                "{" + orders + ", mllp: {port: 2575, host: 0.0.0.0, tls: false}}",
                "{" + orders + ", mllp: {port: 2575, connections: 0}}",
                "{" + orders + ", mllp: {port: 2575, host: 'a?b'}}",
                "{" + orders + ", sftp: {host: a, user: b, key: " + node + ", hosts: /nowhere, path: /in}}",
                "{" + orders + ", sftp: {host: a, user: b, key: " + node + ", hosts: " + node
                        + ", path: /in, port: 0}}",
                "{" + orders + ", sftp: {host: a, user: b, key: " + node + ", hosts: " + node + "}}",
                "{" + orders + ", folder: {path: /srv/in}, mail: " + mail(node, 993, "a@b") + "}",
                "{" + orders + ", mail: " + mail(node, 0, "a@b") + "}",
                "{" + orders + ", mail: " + mail(node, 993, "sluis@c") + "}",
                "{" + orders + ", mail: " + mail(node, 993, "'A <a@b>'") + "}",
                "{" + orders + ", mail: " + mail(Path.of("/nowhere"), 993, "a@b") + "}",
                "{" + orders + ", mail: " + mail(node, 993, "a@b").replace("993", "993, start-tls: true") + "}")) {
            Files.writeString(
                    node,
                    "sluis:\n  access: {systems: [{name: reports, certificate: a.pem, roles: [reporter]},"
                            + " {name: reads, certificate: b.pem, roles: [auditor]}]}\n  partners: [{channel: "
                            + channel
                            + "}]\n");
            assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        }
        Files.writeString(node, "sluis: {partners: [{}]}\n");
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        String key = "sluis.partners[0].channel.";
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        key + "name: ",
                        key + "system: no entry",
                        key + "system: no entry",
                        key + "media-type: is required",
                        key + "folder: exactly one is required",
                        key + "folder.path: is no absolute path",
                        key + "folder.path: has a character",
                        key + "folder.settle: is not between",
                        key + "recipient: cannot be an organisation",
                        key + "media-type: nothing here reads it",
                        key + "folder: exactly one is required",
                        key + "media-type: only application/hl7-v2 comes over mllp",
                        key + "mllp.port: is no port",
                        key + "mllp.tls: without it a port can be on loopback only",
                        key + "mllp.connections: is not between",
                        key + "mllp.host: ",
                        key + "sftp.hosts: is no file",
                        key + "sftp.port: is no port",
                        key + "sftp.path: ",
                        key + "folder: exactly one is required",
                        key + "mail.imap.port: is no port",
                        key + "mail.partner.address: is that of the mailbox itself",
                        key + "mail.partner.address: ",
                        key + "mail.password-file: is no file",
                        key + "mail.imap.start-tls: ",
                        "sluis.partners[0]: a mapping, a channel or both are required")
                .doesNotContain("\tat ");
    }

    private static String mail(Path file, int port, String partner) {
        return ("{imap: {host: a, port: %d}, smtp: {host: a, port: 465}, user: b, password-file: F, address: sluis@c,"
                        + " certificate: F, key: F, partner: {address: %s, certificates: [F]}}")
                .formatted(port, partner)
                .replace("F", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/in", "/srv/in/done", "/srv", "/srv/in/../in"})
    void twoChannelsNeverReadOneFolder(String other, @TempDir Path folder) throws IOException {
        String channel = "{channel: {name: %s, system: reports, media-type: application/hl7-v2, folder: {path: %s}}}";
        Path node = folder.resolve("node.yaml");
        Files.writeString(
                node,
                "sluis:\n  access: {systems: [{name: reports, certificate: a.pem, roles: [reporter]}]}\n  partners: ["
                        + channel.formatted("one", "/srv/in") + ", " + channel.formatted("two", other) + "]\n");
        assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sluis.partners[1].channel.folder.path: another channel reads it already");
    }

    @Test
    void aHardwareTokenAtFaultIsToldWithoutOpeningIt(@TempDir Path folder) throws IOException {
        Path node = folder.resolve("node.yaml");
        Path pin = Files.writeString(folder.resolve("pin"), "918273");
        for (String settings : List.of(
                "{library: /nowhere/token.so}",
                "{slot: 1, pin: '" + pin + "'}",
                "{library: /nowhere/token.so, slot: 1, pin: '" + pin + "'}")) {
            Files.writeString(node, "sluis: {token: " + settings + "}\n");
            assertThat(run("check", "--config", node.toString())).isEqualTo(1);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "sluis.token: library, slot and pin go together",
                        "sluis.token: library, slot and pin go together",
                        "sluis.token.library: is no absolute path of a file that can be read")
                .doesNotContain("918273", "\tat ");
    }

    private int run(String... args) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Sluis.run(args, InputStream.nullInputStream(), out, out);
    }
}
