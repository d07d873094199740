package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.sluis.policy.RuleSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... args) {
        return PolicyCommand.run(
                args,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void set(String file, String from, String to) throws IOException {
        for (Map.Entry<String, String> text : RuleSets.builtInText().entrySet()) {
            String rules = text.getValue();
            if (text.getKey().equals(file)) {
                assertThat(rules).contains(from);
                rules = rules.replace(from, to);
            }
            Files.writeString(folder.resolve(text.getKey()), rules);
        }
    }

    @Test
    void checkTellsWhatWasProvedInEveryPeriodAndHowWellTheExamplesGuard() {
        assertThat(run("check")).isEqualTo(PolicyCommand.OK);
        assertThat(said())
                .startsWith("sha256:")
                .contains("vanaf 2015-01-01 bewezen ", "voorbeelden ", "kleine wijzigingen die een voorbeeld opmerkt ");
        assertThat(err.size()).isZero();
    }

    @Test
    void checkOfAFolderNamesTheClaimThatAWeakenedRuleBreaks() throws IOException {
        set(
                "50-ontvangersprofielen.md",
                "| DIAGNOSIS, TREATMENT, CRIMINAL | HOUSING |",
                "| DIAGNOSIS, TREATMENT | HOUSING |");
        assertThat(run("check", "--set", folder.toString())).isEqualTo(PolicyCommand.FAILED);
        assertThat(complained())
                .contains("NIET BEWEZEN vanaf 2015-01-01: N44", "VOORBEELD KLOPT NIET 50-ontvangersprofielen");
    }

    @Test
    void testNamesRowsThatNoExampleGuards() throws IOException {
        set("20-toestemming.md", "", "");
        for (String file : RuleSets.builtInText().keySet()) {
            if (file.contains("-kort.")) {
                Files.delete(folder.resolve(file));
            }
        }
        assertThat(run("test", "--set", folder.toString())).isEqualTo(PolicyCommand.FAILED);
        assertThat(complained()).contains("NIET BEWAAKT T-J4 ingetrokken -> -").doesNotContain("VOORBEELD KLOPT NIET");
    }

    @Test
    void aFaultInAFolderIsToldWithFileAndLine() throws IOException {
        set("60-conflict-van-plichten.md", "| DUTY_CONFLICT | nee |", "| DUTY_CONFLIKT | nee |");
        assertThat(run("test", "--set", folder.toString())).isEqualTo(PolicyCommand.FAILED);
        assertThat(complained())
                .containsPattern("60-conflict-van-plichten\\.md:\\d+: 'DUTY_CONFLIKT' .*bedoelde u 'DUTY_CONFLICT'\\?");
        assertThat(out.size()).isZero();
    }

    @Test
    void aFolderThatCannotBeReadIsBadInput() throws IOException {
        assertThat(run("check", "--set", folder.toString())).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(run("check", "--set", folder.resolve("nergens").toString())).isEqualTo(PolicyCommand.BAD_INPUT);
        Files.write(folder.resolve("20-a.md"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(run("check", "--set", folder.toString())).isEqualTo(PolicyCommand.BAD_INPUT);
        Files.write(folder.resolve("20-a.md"), new byte[300_000]);
        assertThat(run("check", "--set", folder.toString())).isEqualTo(PolicyCommand.BAD_INPUT);
        Files.delete(folder.resolve("20-a.md"));
        Files.createSymbolicLink(folder.resolve("20-b.md"), Path.of("/dev/zero"));
        assertThat(run("check", "--set", folder.toString())).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(complained())
                .contains(
                        "the folder holds no rules",
                        "the folder cannot be read",
                        "20-a.md is not UTF-8",
                        "20-a.md is larger than",
                        "20-b.md is not a plain file");
    }

    @Test
    void theRulesOfADayAreExportedAsDmn() throws IOException {
        assertThat(run("export-dmn", "--at", "2026-11-22")).isEqualTo(PolicyCommand.OK);
        assertThat(said()).startsWith("<?xml").contains("hitPolicy=\"COLLECT\"", "T-W1", "H-J1");
        Path file = folder.resolve("beleid.dmn");
        assertThat(run("export-dmn", "--at", "2014-01-01", "--to", file.toString()))
                .isEqualTo(PolicyCommand.OK);
        assertThat(Files.readString(file)).contains("samenvoegen").doesNotContain("\"T-W1\"");
    }

    @Test
    void aDayThatIsNoneAndAPlaceThatCannotBeWrittenAreBadInput() {
        assertThat(run("export-dmn", "--at", "gisteren")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(run("export-dmn", "--to", folder.resolve("nergens/a").toString()))
                .isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(run("check", "--sett", "x")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(run("test", "--set")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(complained())
                .contains(
                        "Invalid value for option '--at': no day of the form YYYY-MM-DD",
                        "a file cannot be read or written",
                        "Possible solutions: --set",
                        "Usage: policy test [-h] [--set=DIR]");
    }
}
