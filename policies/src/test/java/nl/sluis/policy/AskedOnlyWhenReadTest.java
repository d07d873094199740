package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.PersonRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is worked out later is the same as what was worked out at once. */
class AskedOnlyWhenReadTest {

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    static List<List<ConsentRecord>> records() {
        List<List<ConsentRecord>> records = new ArrayList<>();
        for (PersonRef first : List.of(Questions.SANNE, Questions.KEREM)) {
            for (PersonRef second : List.of(Questions.SANNE, Questions.KEREM, Questions.MILA)) {
                records.add(List.of(Questions.given(first)));
                records.add(List.of(Questions.given(first), Questions.given(second)));
                records.add(List.of(Questions.given(first), Questions.refused(second)));
                records.add(List.of(Questions.given(first), Questions.withdrawn(second, Questions.AT)));
            }
        }
        return records;
    }

    @ParameterizedTest
    @MethodSource("records")
    void theOutcomeAloneIsTheOutcomeOfTheAnswer(List<ConsentRecord> records) {
        SharingRequest question = question(records);
        assertThat(decisionPoint.outcome(question))
                .isEqualTo(decisionPoint.judge(question).outcome());
    }

    @Test
    void whyNotIsTheSameHoweverOftenItIsRead() {
        Verdict verdict = decisionPoint.judge(question(List.of(Questions.given(Questions.SANNE))));
        List<String> first = List.copyOf(verdict.whyNot());
        assertThat(first).isNotEmpty();
        assertThat(verdict.whyNot()).isEqualTo(first);
        assertThatThrownBy(() -> verdict.whyNot().add("more")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(verdict).isEqualTo(decisionPoint.judge(question(List.of(Questions.given(Questions.SANNE)))));
    }

    @Test
    void anAnswerThatGivesNoReasonsHasNobodyMissing() {
        Verdict permit = decisionPoint.judge(
                question(List.of(Questions.given(Questions.SANNE), Questions.given(Questions.KEREM))));
        assertThat(permit.outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(permit.reasons()).isEmpty();
        assertThat(permit.missing()).isEmpty();
        assertThat(permit.whyNot()).isEmpty();
    }

    @Test
    void moreThanAHandfulOfItemsGiveEachReasonOnceToo() {
        List<RequestedItem> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(Questions.item("s" + i, Questions.MILA, DataCategory.OBSERVATION, true));
        }
        Verdict many = decisionPoint.judge(Questions.question(Questions.AT, items, RecordedFacts.NONE));
        Verdict one =
                decisionPoint.judge(Questions.question(Questions.AT, List.of(Questions.sleep()), RecordedFacts.NONE));
        assertThat(many.reasons()).isEqualTo(one.reasons()).hasSizeGreaterThan(1);
    }

    @Test
    void amongManyPersonsTheRightOneIsFound() {
        SharingRequest few = question(List.of(Questions.given(Questions.SANNE)));
        List<PersonFacts> persons = new ArrayList<>(few.persons());
        for (int i = 0; i < 20; i++) {
            persons.add(
                    new PersonFacts(new PersonRef("other-" + i), nl.sluis.canonical.PartialDate.UNKNOWN, true, null));
        }
        SharingRequest many = new SharingRequest(
                few.at(),
                few.sender(),
                few.recipient(),
                few.kind(),
                few.purpose(),
                few.basis(),
                persons,
                few.items(),
                few.facts());
        assertThat(decisionPoint.judge(many)).isEqualTo(decisionPoint.judge(few));
    }

    private static SharingRequest question(List<ConsentRecord> records) {
        return Questions.question(Questions.AT, List.of(Questions.sleep()), Questions.consents(records));
    }
}
