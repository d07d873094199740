package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./sluis} does before Java starts. It never builds here: this is a build already. */
class LauncherTest {

    private static final String LAUNCHER = Repository.root().resolve("sluis").toString();

    /** As in sysexits.h, and as the commands themselves answer. */
    private static final int EX_USAGE = 64;

    @TempDir
    Path elsewhere;

    @Test
    void helpNamesEveryCommandAndNeedsNoBuild() throws Exception {
        Repository.Ran help = Repository.run(elsewhere, List.of(LAUNCHER, "help"));
        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .contains("demo [--once]", "node --config", "check --config", "policy decide", "audit");
        assertThat(help.errors()).isEmpty();
    }

    @Test
    void withoutACommandItSaysSoOnStandardErrorOnly() throws Exception {
        Repository.Ran nothing = Repository.run(elsewhere, List.of(LAUNCHER));
        assertThat(nothing.exitCode()).isEqualTo(EX_USAGE);
        assertThat(nothing.output()).isEmpty();
        assertThat(nothing.errors()).contains("./sluis demo");
    }

    @Test
    void itFindsAJdkFromAnyDirectoryAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("lock"), Path.of(LAUNCHER));
        Repository.Ran jdk = Repository.run(elsewhere, List.of(link.toString(), "jdk"));
        Files.delete(link);
        assertThat(jdk.exitCode()).isZero();
        Path home = Path.of(jdk.output().strip());
        assertThat(home.resolve("bin/javac")).isExecutable();
        assertThat(Files.readString(home.resolve("release"))).containsPattern("JAVA_VERSION=\"(2[1-9]|[3-9]\\d)");
    }
}
