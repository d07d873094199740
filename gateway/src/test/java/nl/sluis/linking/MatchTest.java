package nl.sluis.linking;

import static nl.sluis.linking.Match.Likeness.DOUBTFUL;
import static nl.sluis.linking.Match.Likeness.OTHER;
import static nl.sluis.linking.Match.Likeness.SAME;
import static nl.sluis.linking.People.NOAH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.linking.Match.Likeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatchTest {

    private static final String BSN = "999990081";
    private static final String OTHER_BSN = "999990093";

    static Stream<Arguments> pairs() {
        return Stream.of(
                arguments("the same text", NOAH, NOAH, SAME),
                arguments("moved house", NOAH, NOAH.at("2596 TW", "1"), SAME),
                arguments("address not known", NOAH, NOAH.at("", ""), SAME),
                arguments("initials at the same address", NOAH, NOAH.initials("N."), SAME),
                arguments("initials after a move", NOAH, NOAH.initials("N.").at("2596 TW", "1"), DOUBTFUL),
                arguments(
                        "initials, address not known", NOAH, NOAH.initials("N.").at("", ""), DOUBTFUL),
                arguments("prefix in the name", NOAH, NOAH.family("", "van den Heuvel"), SAME),
                arguments("prefix behind the name", NOAH, NOAH.family("", "Heuvel, van den"), SAME),
                arguments("no prefix", NOAH, NOAH.family("", "HEUVEL"), SAME),
                arguments("two names", NOAH, NOAH.family("", "Heuvel-de Wit"), SAME),
                arguments(
                        "two names, address not known",
                        NOAH,
                        NOAH.family("", "Heuvel-de Wit").at("", ""),
                        SAME),
                arguments("a letter in the name", NOAH, NOAH.family("van den", "Heuvle"), SAME),
                arguments(
                        "a letter, and moved",
                        NOAH,
                        NOAH.family("van den", "Heuvle").at("2596 TW", "1"),
                        DOUBTFUL),
                arguments("ij and y", NOAH.family("", "Dijkstra"), NOAH.family("", "Dykstra"), SAME),
                arguments("accents", NOAH.family("", "Käßler-Ørsted"), NOAH.family("", "Kassler Orsted"), SAME),
                arguments("another script", NOAH.family("", "Иванов"), NOAH.family("", "Ivanov"), SAME),
                arguments("twins at home", NOAH, NOAH.given("Levi"), DOUBTFUL),
                arguments(
                        "twins, addresses not known",
                        NOAH.at("", ""),
                        NOAH.given("Levi").at("", ""),
                        OTHER),
                arguments("a brother", NOAH, NOAH.given("Levi").born("2016-01-30"), OTHER),
                arguments("named after his father", NOAH, NOAH.born("1984-03-09"), OTHER),
                arguments("day and month turned", NOAH, NOAH.born("2014-09-03"), DOUBTFUL),
                arguments("a digit of the year", NOAH, NOAH.born("2015-03-09"), DOUBTFUL),
                arguments("born in the year", NOAH, NOAH.born("2014-00-00"), DOUBTFUL),
                arguments("another date, all else equal", NOAH, NOAH.born("2011-12-30"), OTHER),
                arguments(
                        "name and date of a stranger", NOAH, NOAH.given("Noor").at("", ""), OTHER),
                arguments(
                        "one number",
                        NOAH.bsn(BSN),
                        NOAH.bsn(BSN).family("", "Smit").at("", ""),
                        SAME),
                arguments(
                        "one number, another date", NOAH.bsn(BSN), NOAH.bsn(BSN).born("1990-01-01"), DOUBTFUL),
                arguments(
                        "one number, another name",
                        NOAH.bsn(BSN),
                        NOAH.bsn(BSN).given("Eva").family("", "Smit"),
                        DOUBTFUL),
                arguments("two numbers, all else equal", NOAH.bsn(BSN), NOAH.bsn(OTHER_BSN), DOUBTFUL),
                arguments(
                        "two numbers, moved", NOAH.bsn(BSN), NOAH.bsn(OTHER_BSN).at("2596 TW", "1"), OTHER));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("pairs")
    void saysOfTwoDescriptionsWhetherTheyAreOfOnePerson(String why, People one, People other, Likeness likeness) {
        Match match = Match.between(one.description(), other.description());

        assertThat(match.likeness()).as(why + ": " + match).isEqualTo(likeness);
        assertThat(Match.between(other.description(), one.description())).isEqualTo(match);
        assertThat(match.score())
                .isEqualTo(match.clues().stream().mapToInt(Clue::bits).sum());
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("pairs")
    void whoMayBeOnePersonIsFoundByAKeyInCommon(String why, People one, People other, Likeness likeness) {
        if (likeness != OTHER) {
            assertThat(one.description().keys())
                    .as(why)
                    .containsAnyElementsOf(other.description().keys());
        }
    }

    @Test
    void ofTwoWhoAreItAsMuchNeitherIsLinked() {
        List<Search.Found<String>> found = Search.of(
                NOAH.initials("N.").description(),
                Map.of("noah", NOAH.description(), "nora", NOAH.given("Nora").description()));

        assertThat(found)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.match().likeness()).isEqualTo(DOUBTFUL));
    }

    @Test
    void ofOneWhoIsKnownTwiceTheFirstCounts() {
        Map<String, Description> known = new LinkedHashMap<>();
        known.put("first", NOAH.description());
        known.put("again", NOAH.family("", "HEUVEL").description());

        assertThat(Search.of(NOAH.at("", "").description(), known))
                .extracting(found -> found.who() + " " + found.match().likeness())
                .containsExactly("first SAME", "again DOUBTFUL");
    }

    @Test
    void withinAHouseholdInitialsAreEnoughAndAnotherNameNeverIs() {
        Match moved = Match.between(
                NOAH.description(), NOAH.initials("N.").at("2596 TW", "1").description());
        Match twin = Match.between(NOAH.description(), NOAH.given("Levi").description());

        assertThat(List.of(moved.likeness(), twin.likeness())).containsOnly(DOUBTFUL);
        assertThat(moved.sameWithinAHousehold()).isTrue();
        assertThat(twin.sameWithinAHousehold()).isFalse();
    }

    @Test
    void whatIsSaidAnewCountsAndWhatIsNotSaidStays() {
        Description known = NOAH.bsn(BSN).description();

        assertThat(known.updatedBy(NOAH.initials("N.").at("2596 TW", "1").description()))
                .isEqualTo(NOAH.bsn(BSN).at("2596 TW", "1").description());
        assertThat(known.updatedBy(Description.NONE)).isEqualTo(known);
    }

    @Test
    void nothingIsLikeNothing() {
        assertThat(Match.between(Description.NONE, Description.NONE)).isEqualTo(new Match(OTHER, 0, Set.of()));
        assertThat(Description.NONE.keys()).isEmpty();
    }

    @Test
    void aDescriptionNeverSaysWhatItKnows() {
        assertThat(NOAH.bsn(BSN).description()).hasToString("Description[...]");
    }
}
