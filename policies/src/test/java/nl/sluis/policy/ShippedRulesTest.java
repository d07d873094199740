package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.Proof;
import nl.sluis.policy.rules.Proofs;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final RuleBook book = RuleSets.builtIn();

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() {
        return book.examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> assertHolds(example)));
    }

    private void assertHolds(Example example) {
        var hits = book.on(TODAY).at(example.point());
        assertThat(hits.rules().stream().map(Rule::id))
                .as("%s, rules", example.source())
                .containsExactlyInAnyOrderElementsOf(example.rules());
        assertThat(hits.decision()).as("%s, decision", example.source()).isEqualTo(example.expected());
    }

    @TestFactory
    Stream<DynamicTest> everyClaimIsProvedInEveryPeriod() {
        return book.periods().stream()
                .flatMap(day -> Proofs.of(book, day.isBefore(TODAY) ? TODAY : day).stream())
                .map(proof -> DynamicTest.dynamicTest(
                        proof.claim(), () -> assertThat(proof.counterExamples()).isEmpty()));
    }

    @Test
    void everyRowThatDecidesIsGuardedByAnExample() {
        Set<String> guarded = new HashSet<>();
        book.examples().forEach(example -> guarded.addAll(example.rules()));
        assertThat(book.rules().stream()
                        .filter(rule -> rule.effect() != Effect.NEVER)
                        .map(Rule::id))
                .filteredOn(id -> !guarded.contains(id))
                .isEmpty();
    }

    @Test
    void everyCodeOfARowIsAReasonCode() {
        assertThat(book.rules().stream().map(rule -> rule.words().code()).filter(Objects::nonNull))
                .allSatisfy(code -> assertThat(ReasonCode.valueOf(code)).isNotNull());
    }

    @Test
    void theListOfFilesIsTheFolder() throws URISyntaxException {
        URL folder = Objects.requireNonNull(RuleSets.class.getResource("/beleid"));
        String[] names = Objects.requireNonNull(new File(folder.toURI()).list());
        Arrays.sort(names);
        assertThat(RuleSets.FILES).isEqualTo(List.of(names));
    }

    @Test
    void theHashIsOfTheTextAndChangesWithIt() {
        var texts = new java.util.HashMap<>(RuleSets.builtInText());
        assertThat(RuleSets.read(texts).hash()).isEqualTo(book.hash()).matches("sha256:[0-9a-f]{64}");
        texts.computeIfPresent("00-LEESMIJ.md", (name, text) -> text + "\n");
        assertThat(RuleSets.read(texts).hash()).isNotEqualTo(book.hash());
    }

    @Test
    void silenceBeforeTheFirstDayDenies() {
        LocalDate before = LocalDate.of(2014, 12, 31);
        assertThat(Proofs.of(book, before))
                .filteredOn(proof -> proof.claim().startsWith("op iedere vraag"))
                .noneMatch(Proof::proved);
    }
}
