package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluis.policy.rules.Effect;
import nl.sluis.policy.rules.Fault;
import nl.sluis.policy.rules.FaultyRules;
import nl.sluis.policy.rules.Language;
import nl.sluis.policy.rules.Reader;
import nl.sluis.policy.rules.Rule;
import nl.sluis.policy.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationFaultsTest {

    private static final String FILE = "12-uitleg.md";
    private static final String TEXT = RuleSets.builtInText().get(FILE);

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(line("| NO_BASIS |"), "", "'NO_BASIS' heeft geen tekst voor 'afzender'"),
                fault(line("| P-B1 |"), "", "'P-B1' heeft geen tekst voor 'fg'"),
                fault(
                        line("| CONSENT_EXPIRED | betrokkene"),
                        "",
                        "'CONSENT_EXPIRED' heeft geen tekst voor 'betrokkene'"),
                fault("| NO_BASIS |", "| NO_BASE |", "'NO_BASE' mag niet onder 'code'"),
                fault("| NO_BASIS |", "| AGE_UNKNOWN |", "'AGE_UNKNOWN' staat er twee keer"),
                fault("| afzender, fg |", "| afzender, ontvanger |", "'ontvanger' mag niet onder 'lezer'"),
                fault(line("| PERMIT |"), "", "'PERMIT' heeft geen tekst"),
                fault("Nodig van {}: {}.", "Nodig: {}.", "{} hoort hier 2 keer te staan, in beide talen"),
                fault("Praat voor {} met", "Praat met", "bij 'REVIEW_CONSENT_BEFORE' hoort {} 1 keer"),
                fault(line("| CHILD_CHECK |"), "", "plicht 'CHILD_CHECK' heeft geen tekst"),
                fault("| CHILD_CHECK |", "| CHILD_CHEC |", "'CHILD_CHEC' is geen plicht uit de termijnen"),
                fault(
                        "| ouders-mogen-niet-weten | voor |",
                        "| derde | voor |",
                        "'derde' is geen feit over het hele bericht"),
                fault("| anderen |", "| sommigen |", "'sommigen' mag niet onder 'voor'"),
                fault(
                        "## Zwijgen tegen de familie als",
                        "## Zwijgen als",
                        "er is geen tabel 'Zwijgen tegen de familie als'"));
    }

    private static String line(String start) {
        return TEXT.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow() + "\n";
    }

    private static Arguments fault(String from, String to, String expected) {
        return Arguments.of(from, to, expected);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatMayBeToldIsClosedAndComplete(String from, String to, String expected) {
        int at = TEXT.indexOf(from);
        assertThat(at).isNotNegative();
        Map<String, String> files = new HashMap<>(RuleSets.builtInText());
        files.put(FILE, TEXT.substring(0, at) + to + TEXT.substring(at + from.length()));
        assertThatThrownBy(() -> RuleSets.read(files))
                .isInstanceOfSatisfying(
                        FaultyRules.class,
                        faulty -> assertThat(faulty.faults().stream().map(Fault::message))
                                .contains(expected));
    }

    /** The family reads of consents and objections alone: nothing of reports, measures, custody or the profile of a recipient. */
    @Test
    void theFamilyMayReadOfItsOwnActsAlone() {
        assertThat(RuleSets.builtIn().rules().stream()
                        .filter(Reader.FAMILY::mayRead)
                        .filter(rule -> rule.effect().blocks() || rule.effect() == Effect.NOTE)
                        .map(ExplanationFaultsTest::codeOf)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "CUSTODIAN_OBJECTS",
                        "CONSENT_REFUSED",
                        "CONSENT_WITHDRAWN",
                        "MISSING_PARENT",
                        "MISSING_GUARDIAN",
                        "MISSING_CHILD",
                        "MISSING_SELF",
                        "CONSENT_EXPIRED",
                        "CONSENT_NOT_YET_VALID",
                        "CONSENT_WITHOUT_EVIDENCE",
                        "RECIPIENT_OUT_OF_SCOPE",
                        "PURPOSE_OUT_OF_SCOPE",
                        "CATEGORY_OUT_OF_SCOPE",
                        "DOMAIN_OUT_OF_SCOPE",
                        "ARREARS_TENANT_OBJECTS");
    }

    /** No text waits for a reader who never gets it: it would be read as a promise. */
    @Test
    void noTextIsThereForAReasonThatTheFamilyNeverGets() {
        RuleBook book = RuleSets.builtIn();
        for (ReasonCode code : ReasonCode.values()) {
            boolean given = book.rules().stream()
                    .anyMatch(rule -> Reader.FAMILY.mayRead(rule)
                            && code.name().equals(rule.words().code()));
            assertThat(book.explanations()
                            .reason(code.name(), Reader.FAMILY, Language.NL)
                            .isPresent())
                    .as(code.name())
                    .isEqualTo(given);
        }
    }

    private static String codeOf(Rule rule) {
        return String.valueOf(rule.words().code());
    }
}
