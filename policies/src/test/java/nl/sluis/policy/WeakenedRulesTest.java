package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.ExampleRun;
import nl.sluis.policy.rules.Mutation;
import nl.sluis.policy.rules.Proof;
import nl.sluis.policy.rules.Proofs;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each proof bites: a weakened set fails it. */
class WeakenedRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String PERMIT_ALL = """

            ## Toestaan als

            | regel | artikel | reden | reason | plicht | zekerheid |
            |---|---|---|---|---|---|
            | X-J9 | geen | Alles mag. | All may go. | - | beleid |
            """;

    static List<String> invariants() {
        return RuleSets.builtIn().rules().stream()
                .filter(rule -> rule.effect() == Effect.NEVER)
                .map(Rule::id)
                .toList();
    }

    /** Without any row that blocks, and with a row that permits everything, no invariant can hold. */
    @ParameterizedTest
    @MethodSource("invariants")
    void anInvariantFailsWhenEverythingIsPermitted(String id) {
        Map<String, String> files = RuleSets.builtInText().entrySet().stream()
                .filter(file -> !file.getKey().contains("voorbeelden"))
                .collect(Collectors.toMap(Map.Entry::getKey, file -> withoutBlocks(file.getValue())));
        files.merge("20-toestemming.md", PERMIT_ALL, String::concat);
        assertThat(proof(files, id + " ").proved()).isFalse();
    }

    private static String withoutBlocks(String text) {
        return Pattern.compile("(?ms)^## (Weigeren|Beoordelen|Wachten) als\\n.*?(?=^## |\\z)")
                .matcher(text)
                .replaceAll("");
    }

    /** One row taken away at a time: the proof that guards it names the case that would then be allowed. */
    @ParameterizedTest
    @CsvSource({
        "50-ontvangersprofielen.md, P-W3, N85",
        "50-ontvangersprofielen.md, P-W4, N45",
        "50-ontvangersprofielen.md, P-W6, N86",
        "30-meldcode.md, M-B4, N87",
        "20-toestemming.md, T-B4, N83",
        "70-verwijsindex-en-wams.md, X-W1, N60",
        "36-kinderbescherming.md, K-W9, N75",
        "45-gezin-aanwezig.md, G-W1, op iedere vraag",
        "50-ontvangersprofielen.md, P-W5, N44",
        "50-ontvangersprofielen.md, P-W7, N42",
        "50-ontvangersprofielen.md, P-B1, N43",
        "50-ontvangersprofielen.md, P-W1, N56",
        "50-ontvangersprofielen.md, P-W2, N57",
        "20-toestemming.md, T-H19, N22",
        "30-meldcode.md, M-B3, N38",
        "35-adviesvraag.md, A-W1, N41",
        "30-meldcode.md, M-W1, op iedere vraag",
        "20-toestemming.md, T-H1, op iedere vraag",
        "60-conflict-van-plichten.md, D-W1, op iedere vraag",
        "70-verwijsindex-en-wams.md, X-W4, op iedere vraag",
        "20-toestemming.md, T-N6, bij toestemming is altijd bekend"
    })
    void aProofFailsWithoutTheRowThatItGuards(String file, String row, String claim) {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.contains("voorbeelden"));
        files.computeIfPresent(file, (name, text) -> withoutRow(text, row));
        Proof proof = proof(files, claim);
        assertThat(proof.proved()).isFalse();
        assertThat(proof.counterExamples())
                .allSatisfy(counter -> assertThat(counter).contains(" bij "));
    }

    /** A table without rows is a fault, so one that would be empty goes as a whole. */
    private static String withoutRow(String text, String row) {
        return text.replaceFirst("(?m)^\\| " + row + " \\|.*\\n", "")
                .replaceAll("(?m)^\\| regel .*\\n\\|[-|]+\\|\\n(?!\\|)", "");
    }

    @Test
    void unknownHelpsWhenTheWordListTakesSilenceForNoObjection() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.contains("voorbeelden"));
        // The word list says that an unknown answer of the tenant is no objection.
        files.computeIfPresent(
                "10-woordenlijst.md",
                (name, text) -> text.replace(
                        "| huur-bezwaar | nee, ja | bericht | ja |", "| huur-bezwaar | nee, ja | bericht | nee |"));
        assertThat(proof(files, "onbekend helpt nooit").proved()).isFalse();
    }

    @Test
    void aConsentThatIsNeededAndNotAskedIsFound() {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.keySet().removeIf(name -> name.contains("voorbeelden"));
        files.computeIfPresent(
                "20-toestemming.md",
                (name, text) -> text.replace(
                        "| T-N6 | CONSENT, FAMILY_PRESENT | 12tot15 | ja | WMO | - | betrokkene |",
                        "| T-N6 | CONSENT, FAMILY_PRESENT | 12tot15 | ja | WMO | - | gezagsdragers, betrokkene |"));
        assertThat(proof(files, "wie toestemming moet geven").proved()).isFalse();
    }

    /**
     * Somebody takes a row away and, consistently, changes every example that would notice to what the rules now say. All
     * examples are green then; only the proof still says that this must never be.
     */
    @ParameterizedTest
    @CsvSource({
        "50-ontvangersprofielen.md, P-W5, N44",
        "50-ontvangersprofielen.md, P-W7, N42",
        "50-ontvangersprofielen.md, P-W1, N56",
        "20-toestemming.md, T-H19, N22",
        "30-meldcode.md, M-B3, N38",
        "35-adviesvraag.md, A-W1, N41"
    })
    void aWeakenedRuleFailsByProofAlthoughEveryExampleIsGreen(String file, String row, String claim) {
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.computeIfPresent(file, (name, text) -> withoutRow(text, row));
        new AdaptedExamples(files).adapt();
        RuleBook weakened = RuleSets.read(files);
        assertThat(weakened.examples()).hasSizeGreaterThan(1_000);
        assertThat(ExampleRun.failures(weakened)).isEmpty();
        assertThat(Mutation.of(weakened).percent()).isGreaterThan(Mutation.FLOOR);
        assertThat(Proofs.ofEveryPeriod(weakened).values().stream().flatMap(List::stream))
                .filteredOn(proof -> !proof.proved())
                .extracting(Proof::claim)
                .anySatisfy(open -> assertThat(open).startsWith(claim + " "));
    }

    private static Proof proof(Map<String, String> files, String claim) {
        RuleBook book = RuleSets.read(files);
        return Proofs.of(book, TODAY).stream()
                .filter(proof -> proof.claim().startsWith(claim))
                .findFirst()
                .orElseThrow();
    }
}
