package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Regime;
import nl.sluis.policy.rules.Fact;
import nl.sluis.policy.rules.MessageRows;
import nl.sluis.policy.rules.Packed;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.policy.rules.RuleSet;
import org.junit.jupiter.api.Test;

/** Facts in bits beside the same facts one by one: two ways to the same rows. */
class FactsTest {

    private static final int QUESTIONS = 20_000;

    private final RuleBook book = RuleSets.builtIn();

    @Test
    void packedFactsFindTheRowsThatThePointsFind() {
        Random random = new Random(20261122);
        for (LocalDate day : book.periods()) {
            RuleSet rules = book.on(day);
            DayRules packed = DayRules.of(rules);
            for (int i = 0; i < QUESTIONS / book.periods().size(); i++) {
                Facts message = anything(Facts.unknown(packed.slots()), Fact.Level.MESSAGE, random);
                Facts item = anything(message.ofItem(), Fact.Level.ITEM, random);
                MessageRows standing = packed.packed().about(message.packed());
                List<Rule> expected = rules.at(item.point()).rules();
                assertThat(standing.at(item.packed()).rules()).isEqualTo(expected);
                assertThat(standing.wholeMessage().rules())
                        .isEqualTo(expected.stream().filter(Rule::aboutMessage).toList());
            }
        }
    }

    // A consent that the rules let go, with a few facts that differ, so that rows of every sort hold
    private Facts anything(Facts facts, Fact.Level level, Random random) {
        for (FactName<?> name : FactNames.all()) {
            if (name.level() == level && random.nextInt(4) > 0) {
                name.packed()
                        .put(facts.packed(), 1 + random.nextInt(name.values().size()));
            }
        }
        if (level == Fact.Level.MESSAGE && random.nextBoolean()) {
            facts.set(FactNames.BASIS, LegalBasis.CONSENT).set(FactNames.IN_FORCE, true);
        }
        return facts;
    }

    @Test
    void everyFactHasBitsOfItsOwnWithRoomForItsWords() {
        Map<Fact.Level, Set<Integer>> taken = new HashMap<>();
        for (FactName<?> name : FactNames.all()) {
            Packed packed = name.packed();
            assertThat(1 << packed.width())
                    .as(name.word())
                    .isGreaterThan(name.values().size());
            assertThat(packed.shift() + packed.width()).as(name.word()).isLessThanOrEqualTo(Packed.LANE);
            for (int bit = 0; bit < packed.width(); bit++) {
                assertThat(taken.computeIfAbsent(name.level(), level -> new HashSet<>())
                                .add(packed.lane() * Packed.LANE + packed.shift() + bit))
                        .as(name.word())
                        .isTrue();
            }
        }
    }

    @Test
    void aFactThatIsNotSetIsUnknownAndOneThatIsSetAgainIsTheLast() {
        DayRules day = DayRules.of(book.on(LocalDate.of(2026, 11, 22)));
        Facts message = Facts.unknown(day.slots()).set(FactNames.BASIS, LegalBasis.CONSENT);
        Facts item = message.ofItem()
                .set(FactNames.CATEGORY, DataCategory.REPORTER_IDENTITY)
                .set(FactNames.CATEGORY, DataCategory.OPINION)
                .set(FactNames.CAPABLE, true)
                .set(FactNames.CAPABLE, false)
                .set(FactNames.AGE, null);
        assertThat(day.code().of(item.point()))
                .isEqualTo(day.code()
                        .of(Point.unknown(day.rules().vocabulary())
                                .set("grondslag", "CONSENT")
                                .set("categorie", "OPINION")
                                .set("wilsbekwaam", "nee")));
    }

    @Test
    void oneOfTwoItemsChangesNothingOfTheOther() {
        DayRules day = DayRules.of(book.on(LocalDate.of(2026, 11, 22)));
        Facts one = Facts.unknown(day.slots()).ofItem().set(FactNames.CAPABLE, true);
        one.copy().set(FactNames.CAPABLE, false).set(FactNames.THIRD_PARTY, false);
        assertThat(day.code().of(one.point()))
                .isEqualTo(day.code().of(Point.unknown(day.rules().vocabulary()).set("wilsbekwaam", "ja")));
    }

    @Test
    void aFactOfTheOtherLevelIsAMistakeInTheProgram() {
        Facts message =
                Facts.unknown(DayRules.of(book.on(LocalDate.of(2026, 11, 22))).slots());
        assertThatIllegalArgumentException().isThrownBy(() -> message.set(FactNames.CAPABLE, true));
        assertThatIllegalArgumentException().isThrownBy(() -> message.ofItem().set(FactNames.REGIME, Regime.AVG));
    }
}
