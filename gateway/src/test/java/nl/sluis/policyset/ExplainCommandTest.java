package nl.sluis.policyset;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.policyset.OwnCases.OwnCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExplainCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... args) {
        out.reset();
        List<String> words = new ArrayList<>(List.of("explain"));
        words.addAll(Arrays.asList(args));
        return PolicyCommand.run(
                words.toArray(String[]::new),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return CaseJson.mapper().readTree(out.toByteArray());
    }

    private static String first() {
        return OwnCases.all().findFirst().orElseThrow().question().toString();
    }

    @Test
    void theSenderReadsPlainDutchUnlessAskedOtherwise() {
        assertThat(run(first(), "--case", "-")).isEqualTo(PolicyCommand.OK);
        assertThat(text())
                .contains("Dit bericht wacht.", "Wat helpt", "Nodig van kerem: ")
                .doesNotContain("T-H1");
        assertThat(run(first(), "--case", "-", "--lang", "en")).isEqualTo(PolicyCommand.OK);
        assertThat(text()).contains("This message waits.", "Needed from kerem: ");
    }

    @Test
    void theCureIsThereAsDataToo() {
        assertThat(run(first(), "--case", "-", "--json")).isEqualTo(PolicyCommand.OK);
        assertThat(json().propertyNames())
                .containsExactly(
                        "id",
                        "for",
                        "lang",
                        "outcome",
                        "reasons",
                        "withheld",
                        "whyNot",
                        "cure",
                        "cureComplete",
                        "obligations",
                        "policy",
                        "text");
        JsonNode step = json().get("cure").get(0).get(0);
        assertThat(step.get("fact").stringValue()).isEqualTo("gezagsdragers-akkoord");
        assertThat(step.get("from").toString()).isEqualTo("[\"kerem\"]");
        assertThat(step.get("about").stringValue()).isEqualTo("mila");
    }

    @Test
    void thePrivacyOfficerGetsMoreThanTheSender() {
        assertThat(run(first(), "--case", "-", "--for", "privacy-officer", "--json"))
                .isEqualTo(PolicyCommand.OK);
        JsonNode reason = json().get("reasons").get(0);
        assertThat(reason.propertyNames()).contains("confidence", "legal", "place", "facts", "evidence");
        assertThat(run(first(), "--case", "-", "--for", "privacy-officer")).isEqualTo(PolicyCommand.OK);
        assertThat(text()).contains("Regel T-H1", "Bron: ");
    }

    /** Over all cases: who has nothing to read of himself gets the same bytes, but for the name of the case. */
    @Test
    void theFamilyCannotTellOneSilenceFromAnother() {
        Set<String> silences = explained(OwnCases.all().toList(), "--for", "family:nobody-there")
                .map(told -> told.toString().replace(told.get("id").toString(), "\"\""))
                .collect(toSet());
        assertThat(silences).hasSize(1);
        assertThat(run(first(), "--case", "-", "--for", "family:sanne", "--json"))
                .isEqualTo(PolicyCommand.OK);
        assertThat(silences)
                .contains(json().toString()
                        .replace("\"parents-of-mila\"", "\"\"")
                        .replace("family:sanne", "family:nobody-there"));
    }

    /** Over all cases and everybody in them: the fields are the same, and nobody else is named. */
    @Test
    void theFamilyIsToldOfNobodyElse() {
        OwnCases.all().flatMap(own -> persons(own)).distinct().forEach(reader -> {
            List<OwnCase> with = OwnCases.all()
                    .filter(own -> persons(own).anyMatch(reader::equals))
                    .toList();
            Iterator<OwnCase> each = with.iterator();
            explained(with, "--for", "family:" + reader)
                    .forEachOrdered(told -> assertTellsOnly(reader, each.next(), told));
            assertThat(each).isExhausted();
        });
    }

    private static void assertTellsOnly(String reader, OwnCase own, JsonNode answer) {
        assertThat(answer.propertyNames()).containsExactly("id", "for", "lang", "text");
        String told = answer.get("text").toString();
        assertThat(told).doesNotContain("Veilig Thuis", "PERMIT", "HOLD", "DENY", "REVIEW");
        assertThat(persons(own))
                .as("%s to %s", own.id(), reader)
                .doesNotContainAnyElementsOf(Arrays.asList(told.split("[^\\w-]+")));
    }

    private static Stream<String> persons(OwnCase own) {
        return own.question()
                .get("persons")
                .valueStream()
                .map(person -> person.get("ref").stringValue());
    }

    /** The explanations of these cases, in their order: one command for all, since to read its own options takes it longer than a case. */
    private Stream<JsonNode> explained(List<OwnCase> cases, String... words) {
        List<String> all = new ArrayList<>(List.of("--case", "-", "--json"));
        all.addAll(Arrays.asList(words));
        String questions = cases.stream().map(own -> own.question().toString()).collect(joining(",", "[", "]"));
        assertThat(run(questions, all.toArray(String[]::new))).isEqualTo(PolicyCommand.OK);
        assertThat(json()).hasSameSizeAs(cases);
        return json().valueStream();
    }

    /** Every case of every reader and language can be explained, and what may not go says what helps or that nothing does. */
    @ParameterizedTest
    @ValueSource(strings = {"sender", "privacy-officer"})
    void everyCaseCanBeExplained(String reader) {
        List<OwnCase> cases = OwnCases.all().toList();
        for (String language : List.of("nl", "en")) {
            Iterator<OwnCase> each = cases.iterator();
            explained(cases, "--for", reader, "--lang", language).forEachOrdered(told -> {
                OwnCase own = each.next();
                assertThat(told.get("outcome")).isEqualTo(own.expect().get("outcome"));
                boolean permit = told.get("outcome").stringValue().equals("PERMIT");
                assertThat(told.get("text").size()).as(own.id()).isGreaterThan(permit ? 0 : 2);
                assertThat(told.get("cureComplete").booleanValue()).as(own.id()).isTrue();
                assertThat(told.get("text").toString()).doesNotContain("{}");
            });
        }
    }

    @Test
    void everyReasonOfTheDecisionIsInTheExplanation() {
        List<OwnCase> cases =
                OwnCases.all().filter(own -> own.expect().has("reasons")).toList();
        assertThat(cases).isNotEmpty();
        Iterator<OwnCase> each = cases.iterator();
        explained(cases, "--for", "privacy-officer").forEachOrdered(answer -> {
            OwnCase own = each.next();
            List<String> told = codes(answer);
            assertThat(told).as(own.id()).containsAll(codes(own.expect()));
        });
    }

    private static List<String> codes(JsonNode decision) {
        return decision.get("reasons")
                .valueStream()
                .map(reason -> reason.get("code").stringValue())
                .toList();
    }

    @Test
    void anArrayIsExplainedAtEachPlaceAlsoWhereACaseIsFaulty() {
        assertThat(run("[" + first() + ", {\"id\": \"bad\"}]", "--case", "-", "--json"))
                .isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(json().get(1).get("errors").size()).isPositive();
        assertThat(run("[" + first() + ", {\"id\": \"bad\"}]", "--case", "-")).isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(text()).contains("# parents-of-mila");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("/at REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--for sender",
                "--case",
                "--case - --for recipient",
                "--case - --for family:",
                "--case - --lang fr",
                "--case - -x y"
            })
    void whatIsNotUnderstoodIsSaid(String words) {
        assertThat(run(first(), words.isEmpty() ? new String[0] : words.split(" ")))
                .isEqualTo(PolicyCommand.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: policy explain");
        assertThat(text()).isEmpty();
    }
}
