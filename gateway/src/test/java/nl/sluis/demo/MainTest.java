package nl.sluis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    private static final int EX_USAGE = 64;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpSaysWhatThereIsAndStartsNothing() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("sluis demo", "--once");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aWordThatIsNotKnownStartsNothing() {
        assertThat(run("--onec")).isEqualTo(EX_USAGE);
        assertThat(err.toString()).contains("--onec", "--once");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String word) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(word);
    }
}
