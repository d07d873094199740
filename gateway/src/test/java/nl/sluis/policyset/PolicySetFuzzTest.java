package nl.sluis.policyset;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.policy.DecisionFacts;
import nl.sluis.policy.Outcome;
import nl.sluis.testing.Fuzz;
import org.junit.jupiter.api.Test;

/** Parts of a policy set and of exported decisions: read, or refused as they say. */
class PolicySetFuzzTest {

    private static final String HASH = "sha256:" + "0".repeat(64);

    @Test
    void manifests() {
        byte[] good = new Manifest(
                        HASH,
                        LocalDate.of(2026, 11, 22),
                        HASH,
                        HASH,
                        List.of(new Manifest.Entry("10-regels.md", "0".repeat(64), 10)))
                .bytes();
        Fuzz.of(good, bytes -> {
            try {
                Manifest.read(bytes);
            } catch (RefusedSet e) {
                // As it says when it is none
            }
        });
    }

    @Test
    void decisions() {
        DecisionFacts facts = new DecisionFacts(
                LocalDate.of(2026, 11, 22),
                HASH,
                HASH,
                List.of(new DecisionFacts.Item("1.2", true, false)),
                Outcome.PERMIT,
                List.of("r1"));
        Fuzz.of(
                DecisionLines.write(facts).getBytes(StandardCharsets.UTF_8),
                bytes -> DecisionLines.read(new String(bytes, StandardCharsets.UTF_8)));
    }
}
