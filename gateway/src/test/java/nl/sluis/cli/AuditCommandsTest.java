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
import java.util.Map;
import nl.sluis.audit.AuditLog;
import nl.sluis.certs.CertificateUse;
import nl.sluis.checkpoint.Checkpoint;
import nl.sluis.checkpoint.Countersignature;
import nl.sluis.checkpoint.LogFixture;
import nl.sluis.seal.TestSeals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an auditor does at the terminal, on a real database and away from it. */
class AuditCommandsTest {

    private static final int ENTRIES = 5;

    private final LogFixture school = new LogFixture("school");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private Path config = Path.of("");

    @BeforeEach
    void aCountersignedLog() throws IOException {
        Checkpoint checkpoint = school.grow(ENTRIES).checkpoint();
        Countersignature word = new Countersignature(school.clock().instant(), checkpoint, List.of());
        school.checkpoints()
                .countersigned(
                        ENTRIES,
                        TestSeals.organisation("wijkteam").value(),
                        TestSeals.notary("wijkteam")
                                .sign(word.text(), school.clock().instant()),
                        school.clock().instant());
        config = directory.resolve("node.yml");
        Files.writeString(config, """
                sluis.node.organisation: de-wilgenhof
                sluis.node.oin: "%s"
                sluis.node.keys:
                  seal-certificate: %s
                  seal-key: %s
                  storage-key: %s
                sluis.node.database:
                  url: %s
                  username: postgres
                  password: postgres
                """.formatted(
                        TestSeals.holder("school").oin(),
                        TestSeals.pki().certificate("school", CertificateUse.SEAL),
                        TestSeals.pki().key("school", CertificateUse.SEAL),
                        TestSeals.pki().storageKey("school"),
                        ((DriverManagerDataSource) school.database()).getUrl()));
    }

    @Test
    void anExportIsVerifiedAwayFromTheNode() throws IOException {
        Path archive = written("archive.jsonl", "export", "--config", config.toString());
        Path proof = written("proof.json", "prove", "--config", config.toString(), "--entry", "2");
        Path ofArchive = written("proof2.json", "prove", "--archive", archive.toString(), "--entry", "2");
        String ca = TestSeals.pki().ca().toString();

        assertThat(run("verify", "--archive", archive.toString(), "--trust", ca))
                .isZero();
        assertThat(said())
                .contains("intact: 5 entries, signed up to 5")
                .contains("log: " + school.origin())
                .contains("witness " + TestSeals.holder("wijkteam").oin() + " signed up to 5");
        assertThat(run("verify", "--proof", proof.toString(), "--trust", ca)).isZero();
        assertThat(run("verify", "--proof", ofArchive.toString(), "--trust", ca))
                .isZero();
        assertThat(run("verify", "--archive", archive.toString())).isEqualTo(3);
        assertThat(said()).contains("but: you trust nobody");

        String text = Files.readString(archive);
        Files.writeString(archive, text.replace("event-2", "event-x"));
        assertThat(run("verify", "--archive", archive.toString(), "--trust", ca))
                .isEqualTo(1);
        assertThat(said()).contains("BROKEN at entry 3: altered");
        Files.writeString(archive, "no archive");
        assertThat(run("verify", "--archive", archive.toString(), "--trust", ca))
                .isEqualTo(2);
        assertThat(run("verify", "--archive", directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run("verify", "--proof", config.toString())).isEqualTo(2);
        assertThat(run("prove", "--archive", archive.toString(), "--entry", "1"))
                .isEqualTo(2);
        assertThat(run("prove", "--config", config.toString(), "--entry", "6")).isEqualTo(1);
        assertThat(run("export", "--config", config.toString(), "--organisation", "other"))
                .isEqualTo(2);
        assertThat(run("verify")).isEqualTo(Sluis.USAGE);
        assertThat(run("verify", "--config", "x", "--archive", "y")).isEqualTo(Sluis.USAGE);
    }

    @Test
    void aLogThatNobodyTouchedIsIntactAndWhatCannotBeSaidIsSaid() {
        school.append(2);

        assertThat(run("verify", "--config", config.toString())).isEqualTo(3);
        assertThat(said().lines())
                .containsExactly("de-wilgenhof: intact, 7 entries", "  but: entries 6 to 7 are not signed yet");
    }

    /** A stranger with the database and no key: everything anew, signed with a certificate that he made himself. */
    @Test
    void aLogThatSomebodyElseSignedInTheNodesNameIsBroken() {
        Checkpoint signed = school.checkpoints().latest().orElseThrow().checkpoint();
        byte[] forged =
                TestSeals.selfMade("school").sign(signed.text(), school.clock().instant());
        school.jdbc().sql("UPDATE checkpoint SET signed = ?").param(forged).update();

        assertThat(run("verify", "--config", config.toString())).isEqualTo(1);
        assertThat(said()).contains("BROKEN at entries 1 to 5: signed by another certificate in the node's name");
    }

    /** What is altered with every right on the database; the chain alone, or what was signed, names the place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_entry SET event = 'x' WHERE n = 3 | entry 3",
                "DELETE FROM audit_entry WHERE n = 3 | entry 3",
                "DELETE FROM audit_entry WHERE n = 5 | entry 5",
                "DELETE FROM audit_entry WHERE n = 5; UPDATE audit_tip SET n = 4, hash = (SELECT hash FROM audit_entry WHERE n = 4) | entry 5: the checkpoint",
                "UPDATE checkpoint SET root = sha256('x') | checkpoint 5: not kept as it was signed",
                "UPDATE checkpoint SET signed = decode('3000', 'hex') | checkpoint after entry 5: not signed",
                "UPDATE countersignature SET signed = decode('3000', 'hex') | countersignature at entry 5"
            })
    void whatWasAlteredInTheDatabaseIsNamed(String alteration, String place) {
        school.jdbc().sql(alteration).update();

        assertThat(run("verify", "--config", config.toString())).isEqualTo(1);
        assertThat(said()).contains("de-wilgenhof: BROKEN at " + place);
    }

    @Test
    void aChainThatSomebodyWroteAnewIsFoundByWhatWasSigned() {
        school.jdbc().sql("DELETE FROM audit_entry").update();
        school.jdbc()
                .sql("UPDATE audit_tip SET n = 0, hash = decode(repeat('00', 32), 'hex')")
                .update();
        AuditLog log = AuditLog.of(school.jdbc(), school.clock());
        for (int i = 0; i < ENTRIES; i++) {
            school.transaction().executeWithoutResult(status -> log.append("forged", null, Map.of()));
        }

        assertThat(run("verify", "--config", config.toString())).isEqualTo(1);
        assertThat(said()).contains("BROKEN at entries 1 to 5: not those that checkpoint 5 was signed over");
    }

    @Test
    void aDatabaseThatOnlyOlderProgramsHaveSeenIsReadAsEver() {
        school.jdbc()
                .sql("DROP TABLE countersignature, checkpoint_time, checkpoint, audit_tree, audit_tile")
                .update();

        assertThat(run("verify", "--config", config.toString())).isEqualTo(3);
        assertThat(said()).contains("intact, 5 entries").contains("but: entries 1 to 5 are not signed yet");
    }

    @Test
    void theLogIsExportedInTheFormOfOthersWithAReportOfWhatItExpresses() throws IOException {
        Path report = directory.resolve("report.json");
        for (String form : List.of("BALP", "NEN7513", "LOGBOEK", "DECISIONS")) {
            assertThat(run("export", "--config", config.toString(), "--as", form, "--report", report.toString()))
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isZero();
            assertThat(said().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
            assertThat(said().lines().count()).isEqualTo(form.equals("DECISIONS") ? 0 : ENTRIES);
            assertThat(Files.readString(report)).contains("\"entries\" : 5").contains("\"event-1\" : 1");
        }
        assertThat(run("export", "--config", config.toString(), "--as", "NEN7513"))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("notExpressed")
                .contains("5 of 5 entries, 5 lines");
    }

    @Test
    void anExportEndsWhereTheLogIsBrokenAndSaysSo() {
        school.jdbc().sql("UPDATE audit_entry SET event = 'x' WHERE n = 3").update();
        assertThat(run("export", "--config", config.toString(), "--as", "NEN7513"))
                .isEqualTo(1);
        assertThat(said().lines()).hasSize(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("BROKEN at entry 3: the export ends before it");
    }

    @Test
    void anExportThatCannotBeWrittenSaysWhy() throws IOException {
        assertThat(run("export", "--config", config.toString(), "--as", "EXCEL"))
                .isEqualTo(Sluis.USAGE);
        assertThat(run("export", "--config", config.toString(), "--register", "urn:x"))
                .isEqualTo(Sluis.USAGE);
        assertThat(run("export", "--config", config.toString(), "--as", "BALP", "--organisation", "other"))
                .isEqualTo(2);
        Files.writeString(config, Files.readString(config).replaceAll("storage-key: .*", "storage-key: none"));
        assertThat(run("export", "--config", config.toString(), "--as", "LOGBOEK"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("storage-key");
    }

    @Test
    void disputesAreShownAndNothingIsAdmittedThatIsNotDisputed() {
        assertThat(run("disputes", "--config", config.toString())).isZero();
        assertThat(said()).contains("de-wilgenhof: 0 dispute(s)");
        assertThat(run("admit", "--config", config.toString(), "--partner", "wijkteam-noord", "--by", "ict-7"))
                .isEqualTo(1);
        assertThat(run("dismiss", "--config", config.toString(), "--partner", "wijkteam-noord", "--by", "Jan Jansen"))
                .isEqualTo(1);
        assertThat(run("witnessed", "--config", config.toString(), "--partner", "wijkteam-noord"))
                .isEqualTo(1);
    }

    private Path written(String name, String... command) throws IOException {
        assertThat(run(command)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        Path file = directory.resolve(name);
        Files.write(file, out.toByteArray());
        return file;
    }

    private int run(String... command) {
        out.reset();
        err.reset();
        String[] args = new String[command.length + 1];
        args[0] = "audit";
        System.arraycopy(command, 0, args, 1, command.length);
        return Sluis.run(
                args,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
