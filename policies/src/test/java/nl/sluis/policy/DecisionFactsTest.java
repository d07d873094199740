package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.policy.rules.RuleBook;
import org.junit.jupiter.api.Test;

/** What is kept of a decision is enough to take it again, and says nothing about whom. */
class DecisionFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final RuleBook RULES = RuleSets.builtIn();

    @Test
    void keepsTheOutcomeAndTheItemsOfTheVerdict() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            SharingRequest request = random(random);
            Question question = Question.of(request);
            Verdict verdict = new Verdicts(RULES, question).verdict();
            DecisionFacts facts = new Verdicts(RULES, question).facts();
            assertThat(facts.outcome()).isEqualTo(verdict.outcome());
            assertThat(facts.policy()).isEqualTo(verdict.policy());
            long withheld = facts.items().stream()
                    .filter(item -> !item.mandatory() && !item.free())
                    .count();
            if (verdict.outcome() == Outcome.PERMIT) {
                assertThat(withheld).isEqualTo(verdict.withheld().size());
            }
            assertThat(facts.under(RULES, facts.day())).contains(facts);
        }
    }

    @Test
    void namesNoPerson() {
        SharingRequest request =
                Questions.question(Questions.AT, List.of(Questions.sleep()), Questions.consents(List.of()));
        String kept = new Verdicts(RULES, Question.of(request)).facts().toString();
        assertThat(kept).doesNotContain("mila", "sanne", "kerem", "sleep", "wilgenhof");
    }

    @Test
    void isTakenAgainUnderOtherRules() {
        SharingRequest request =
                Questions.question(Questions.AT, List.of(Questions.sleep()), Questions.consents(List.of()));
        DecisionFacts before = new Verdicts(RULES, Question.of(request)).facts();
        DecisionFacts closed = before.under(ClosedRules.book(), DAY).orElseThrow();
        assertThat(before.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(closed.outcome()).isEqualTo(Outcome.DENY);
        assertThat(closed.rows()).containsExactly("Z-W1");
        assertThat(closed.differsFrom(before)).isTrue();
        assertThat(before.differsFrom(before)).isFalse();
    }

    @Test
    void cannotBeTakenAgainInOtherWords() {
        SharingRequest request = Questions.question(Questions.AT, List.of(Questions.sleep()), RecordedFacts.NONE);
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.computeIfPresent(
                "10-woordenlijst.md", (name, text) -> text.replace("| ARTS, anders |", "| ARTS, anders, tolk |"));
        files.computeIfPresent(
                "11-zinnen.md",
                (name, text) -> text.replace(
                        "## Zinnen\n\n",
                        "## Zinnen\n\n| feit | waarde | zin | sentence | wie |\n|---|---|---|---|---|\n"
                                + "| rol | tolk | een tolk verzendt | an interpreter sends | niemand |\n\n"));
        DecisionFacts facts = new Verdicts(RULES, Question.of(request)).facts();
        assertThat(facts.under(RuleSets.read(files), DAY)).isEmpty();
    }

    @Test
    void withoutRulesEverythingIsDeniedForThatReason() {
        SharingRequest request = Questions.question(
                Questions.AT,
                List.of(Questions.sleep()),
                Questions.consents(List.of(Questions.given(Questions.SANNE), Questions.given(Questions.KEREM))));
        assertThat(new PolicyDecisionPoint().judge(request).outcome()).isEqualTo(Outcome.PERMIT);
        Verdict verdict = new PolicyDecisionPoint(ClosedRules.book()).judge(request);
        assertThat(verdict.outcome()).isEqualTo(Outcome.DENY);
        assertThat(verdict.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.code()).isEqualTo(ReasonCode.BASIS_NOT_IN_FORCE))
                .satisfies(reason -> assertThat(reason.text()).contains("geen geldige beleidsset"));
    }

    @Test
    void theDayOfSendingChoosesTheRules() {
        LocalDate change = LocalDate.of(2026, 11, 22);
        RulesInForce rules = day -> day.isBefore(change) ? RULES : ClosedRules.book();
        PolicyDecisionPoint point = new PolicyDecisionPoint(rules);
        List<RequestedItem> items = List.of(Questions.sleep());
        SharingRequest before = Questions.question(Questions.AT.minusSeconds(86_400), items, RecordedFacts.NONE);
        SharingRequest after = Questions.question(Questions.AT, items, RecordedFacts.NONE);
        assertThat(point.judge(before).policy()).isEqualTo(RULES.hash());
        assertThat(point.judge(after).policy()).isEqualTo(ClosedRules.book().hash());
    }

    private static SharingRequest random(Random random) {
        List<RequestedItem> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            DataCategory category = DataCategory.values()[random.nextInt(DataCategory.values().length)];
            items.add(Questions.item("i" + i, Questions.MILA, category, random.nextBoolean()));
        }
        List<ConsentRecord> consents = new ArrayList<>();
        for (var giver : List.of(Questions.SANNE, Questions.KEREM)) {
            switch (random.nextInt(4)) {
                case 0 -> consents.add(Questions.refused(giver));
                case 1 -> {}
                default -> consents.add(Questions.given(giver));
            }
        }
        return Questions.question(Questions.AT, items, Questions.consents(consents));
    }
}
