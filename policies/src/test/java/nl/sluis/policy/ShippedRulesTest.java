package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Example;
import nl.sluis.policy.rules.ExampleRun;
import nl.sluis.policy.rules.Mutation;
import nl.sluis.policy.rules.Proof;
import nl.sluis.policy.rules.Proofs;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {

    private final RuleBook book = RuleSets.builtIn();

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() {
        Map<String, List<String>> failures = ExampleRun.failures(book).stream()
                .collect(Collectors.groupingBy(
                        failure -> failure.example().source(),
                        Collectors.mapping(ExampleRun.Failure::toString, Collectors.toList())));
        Map<String, List<Example>> rows = book.examples().stream()
                .collect(Collectors.groupingBy(Example::source, LinkedHashMap::new, Collectors.toList()));
        return rows.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey() + " " + row.getValue().getFirst().name(),
                        () -> assertThat(failures.getOrDefault(row.getKey(), List.of()))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyClaimIsProvedInEveryPeriod() {
        return Proofs.ofEveryPeriod(book).entrySet().stream()
                .flatMap(period -> period.getValue().stream()
                        .map(proof -> DynamicTest.dynamicTest(
                                period.getKey() + " " + proof.claim(),
                                () -> assertThat(proof.counterExamples()).isEmpty())));
    }

    /** The floor; below it the message names each row and change that no example notices. */
    @Test
    void theExamplesNoticeAChangeOfAlmostEveryRow() {
        Mutation.Score score = Mutation.of(book);
        System.out.printf("mutation score %d of %d, %.2f %%%n", score.killed(), score.mutants(), score.percent());
        assertThat(score.percent())
                .as("not guarded by an example:%n%s", String.join("\n", score.unguarded()))
                .isGreaterThanOrEqualTo(Mutation.FLOOR);
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
