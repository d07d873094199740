package nl.sluis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import nl.sluis.demo.DemoProcess.Played;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is a proof: with one thing broken it says which step is not as told, and fails. */
class DemoTest {

    @TempDir
    Path root;

    @TempDir
    Path broken;

    @Test
    void playsTheStoryAsTold() throws IOException, InterruptedException {
        Played played = new DemoProcess(root).play();
        assertThat(played.notAsTold()).isEmpty();
        assertThat(played.exitCode()).isZero();
        assertThat(played.steps()).containsOnlyKeys(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(played.saying("PERMIT")).containsExactly(1, 2, 3, 4, 5, 7, 8);
        assertThat(played.saying("ARREARS_OFFER_MISSING")).containsExactly(3);
        assertThat(played.saying("CONSENT_WITHDRAWN")).containsExactly(6);
        assertThat(played.saying("BROKEN at entry")).containsExactly(8);
        assertThat(played.databasesLeft()).isEmpty();
    }

    @Test
    void failsWhereTheRulesAskLess() throws IOException, InterruptedException {
        Broken.rules(
                broken,
                "20-toestemming.md",
                "(?ms)^(\\| T-H9 \\| CONSENT \\| 12tot15 \\|) ja(.*^\\| T-J4 .*?\\| niet onbekend \\| ja \\|) ja ",
                "$1 nee$2 - ");
        Broken.rules(broken, "30-meldcode.md", "(?m)^(\\| M-W5 .*?\\|) niet FEEDBACK", "$1 FEEDBACK");
        // Of a landlord the offer is asked no more
        Path weaker =
                Broken.rules(broken, "40-vroegsignalering.md", "(?m)^(\\| H-W4 .*?\\|) niet FEEDBACK", "$1 FEEDBACK");
        Played played = new DemoProcess(root).with(weaker).play();
        assertThat(played.exitCode()).isNotZero();
        assertThat(played.notAsTold()).containsExactly(3, 4, 5);
        assertThat(played.steps().get(3)).contains("expected ARREARS_OFFER_MISSING");
        assertThat(played.steps().get(4)).contains("expected MELDCODE_STEP_4_MISSING");
        assertThat(played.steps().get(5)).contains("expected HOLD");
    }

    @Test
    void failsWhenNothingIsWithheld() throws IOException, InterruptedException {
        Path minimiser = Broken.type(
                broken,
                "policies",
                "nl.sluis.policy.Minimiser",
                "!withheld\\.contains\\(section\\.id\\(\\)\\)",
                "true");
        Played played = new DemoProcess(root).with(minimiser).play();
        assertThat(played.exitCode()).isNotZero();
        assertThat(played.notAsTold()).containsExactly(1, 2, 4, 7);
        assertThat(played.steps().get(1)).contains("the paragraph on the parents left the school");
    }

    @Test
    void failsWhenTheSealerDoesNotEncrypt() throws IOException, InterruptedException {
        // Of one byte it does: with that a node tries its keys at the start
        Path cms = Broken.type(
                broken,
                "gateway",
                "nl.sluis.seal.Encryption",
                "(static byte\\[] encrypt\\(byte\\[] content, SealRecipient recipient\\) \\{)",
                "$1 if (content.length > 1) { return content; }");
        Played played =
                new DemoProcess(root).with(cms).waiting(Duration.ofSeconds(3)).play();
        assertThat(played.exitCode()).isNotZero();
        assertThat(played.notAsTold()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(played.steps().get(1)).contains("expected DELIVERED");
    }
}
