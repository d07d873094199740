package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PersonRef;
import nl.sluis.policy.rules.Contributor;
import nl.sluis.policy.rules.Language;
import nl.sluis.policy.rules.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told what about the family of Mila, nine years old, with her parents Sanne and Kerem. */
class ExplanationTest {

    private static final PersonRef STRANGER = new PersonRef("stranger");

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();
    private final LetterWriter dutch = new LetterWriter(RuleSets.builtIn(), Language.NL);

    private static SharingRequest consents(ConsentRecord... records) {
        return Questions.question(Questions.AT, List.of(Questions.sleep()), Questions.consents(List.of(records)));
    }

    private static SharingRequest with(
            SharingRequest request, MessageKind kind, LegalBasis basis, OrganisationType recipient) {
        return new SharingRequest(
                request.at(),
                request.sender(),
                new ReceivingParty(Questions.TEAM, recipient),
                kind,
                request.purpose(),
                basis,
                request.persons(),
                request.items(),
                request.facts());
    }

    private static SharingRequest hidden(SharingRequest request) {
        RecordedFacts facts = request.facts();
        return Questions.question(
                request.at(),
                request.items(),
                new RecordedFacts(
                        facts.consents(),
                        facts.meldcode(),
                        facts.informing(),
                        facts.arrears(),
                        facts.measures(),
                        facts.withheldByProfessional(),
                        facts.secondProfessional(),
                        facts.meeting(),
                        facts.disclosure1215(),
                        true));
    }

    private Letter family(SharingRequest request, PersonRef person) {
        return dutch.toFamily(decisionPoint.explain(request), person);
    }

    private Letter neutral() {
        return family(consents(), STRANGER);
    }

    /** What Sanne reads, whatever Kerem did: her letter depends on her own act alone. */
    static Stream<Arguments> whoSeesWhat() {
        ConsentRecord sanneYes = Questions.given(Questions.SANNE);
        ConsentRecord sanneNo = Questions.refused(Questions.SANNE);
        ConsentRecord sanneBack = Questions.withdrawn(Questions.SANNE, Instant.parse("2026-10-01T00:00:00Z"));
        return Stream.of(
                Arguments.of("gave consent", List.of(sanneYes), null),
                Arguments.of("did not answer", List.of(), "Daar is uw toestemming voor nodig."),
                Arguments.of("refused", List.of(sanneNo), "U hebt laten weten dat u dit niet wilt."),
                Arguments.of("withdrew", List.of(sanneBack), "U hebt uw toestemming ingetrokken."));
    }

    @ParameterizedTest(name = "Sanne {0}")
    @MethodSource("whoSeesWhat")
    void aParentReadsOfHerOwnActAndNeverOfTheOtherParents(
            String name, List<ConsentRecord> own, @org.jspecify.annotations.Nullable String expected) {
        Set<Letter> letters = new HashSet<>();
        for (List<ConsentRecord> others : List.of(
                List.<ConsentRecord>of(),
                List.of(Questions.given(Questions.KEREM)),
                List.of(Questions.refused(Questions.KEREM)),
                List.of(Questions.withdrawn(Questions.KEREM, Instant.parse("2026-10-01T00:00:00Z"))))) {
            List<ConsentRecord> all = new ArrayList<>(own);
            all.addAll(others);
            letters.add(family(consents(all.toArray(ConsentRecord[]::new)), Questions.SANNE));
        }
        assertThat(letters).hasSize(1);
        if (expected == null) {
            assertThat(letters).containsExactly(neutral());
        } else {
            assertThat(letters.toString()).contains(expected).doesNotContain("kerem", "mila", "wacht", "weg");
        }
    }

    @Test
    void whereNothingMayBeToldTheLetterIsTheSameToTheByte() {
        SharingRequest none = consents();
        SharingRequest report =
                with(none, MessageKind.VT_REPORT, LegalBasis.MELDRECHT_WMO_5_2_6, OrganisationType.VEILIG_THUIS);
        List<Letter> letters = List.of(
                family(none, STRANGER),
                family(none, Questions.MILA),
                family(consents(Questions.given(Questions.SANNE), Questions.given(Questions.KEREM)), Questions.SANNE),
                family(hidden(none), Questions.SANNE),
                family(hidden(consents(Questions.refused(Questions.SANNE))), Questions.SANNE),
                family(report, Questions.SANNE),
                family(
                        with(none, MessageKind.VT_REPORT, LegalBasis.CONSENT, OrganisationType.VEILIG_THUIS),
                        Questions.SANNE),
                family(
                        with(none, MessageKind.VT_REPORT, LegalBasis.CONSENT, OrganisationType.WIJKTEAM),
                        Questions.SANNE),
                family(with(none, MessageKind.SIGNAL, LegalBasis.CONSENT, OrganisationType.RAAD), Questions.SANNE),
                family(
                        with(none, MessageKind.SIGNAL, LegalBasis.DUTY_CONFLICT, OrganisationType.WIJKTEAM),
                        Questions.SANNE),
                family(with(none, MessageKind.SIGNAL, LegalBasis.NONE, OrganisationType.WIJKTEAM), Questions.SANNE));
        assertThat(letters).containsOnly(neutral());
        assertThat(neutral().toString()).doesNotContain("Veilig Thuis", "bericht", "mila");
    }

    @Test
    void theSenderReadsEveryReasonAndWhoCanHelp() {
        Explanation explanation = decisionPoint.explain(consents(Questions.given(Questions.SANNE)));
        assertThat(dutch.toSender(explanation).toString())
                .contains("Dit bericht wacht.", "Een ouder met gezag heeft nog geen toestemming gegeven.", "kerem")
                .contains("Nodig van kerem: ieder met gezag heeft hier toestemming voor gegeven.")
                .doesNotContain("T-H1", "UAVG", "c-sanne");
    }

    @Test
    void thePrivacyOfficerReadsRowArticleConfidenceFactsAndEvidence() {
        Explanation explanation =
                decisionPoint.explain(consents(Questions.given(Questions.SANNE), Questions.refused(Questions.KEREM)));
        assertThat(dutch.toPrivacyOfficer(explanation).toString())
                .contains("Regel T-W1", "Bron: BW 1:253a", "Zekerheid van de bron: wettekst-2015")
                .contains("In de regels staat: Iemand met gezag wiens toestemming nodig is, maakt bezwaar.")
                .contains("Want: de grondslag is toestemming; iemand met gezag die nodig is, weigert.")
                .contains("Bewijs: c-kerem", "20-toestemming.md:", "sha256:")
                .contains("Wij weten niets wat u kunt aanvullen");
    }

    @Test
    void aPermitSaysOnWhichConsentsItRestsAndWhatMustBeDone() {
        Explanation explanation =
                decisionPoint.explain(consents(Questions.given(Questions.SANNE), Questions.given(Questions.KEREM)));
        assertThat(explanation.waysOn().cures()).isEmpty();
        assertThat(explanation.findings(Reader.PRIVACY_OFFICER))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).containsExactlyInAnyOrder("c-sanne", "c-kerem"));
        assertThat(dutch.toSender(explanation).toString())
                .contains("Dit bericht mag weg.", "Praat voor 1 augustus 2027 met wie toestemming gaf.");
        assertThat(new LetterWriter(RuleSets.builtIn(), Language.EN)
                        .toSender(explanation)
                        .toString())
                .contains("before 1 August 2027");
    }

    @Test
    void whatStaysBehindIsExplainedToTheSenderOnly() {
        List<RequestedItem> items =
                List.of(Questions.sleep(), Questions.item("other", Questions.SANNE, DataCategory.OBSERVATION, false));
        Explanation explanation = decisionPoint.explain(Questions.question(
                Questions.AT,
                items,
                Questions.consents(List.of(Questions.given(Questions.SANNE), Questions.given(Questions.KEREM)))));
        assertThat(dutch.toSender(explanation).toString()).contains("Onderdeel other: Dit gaat over een ander.");
        assertThat(dutch.toFamily(explanation, Questions.SANNE)).isEqualTo(neutral());
    }

    @Test
    void nobodyElseCanBeAddressed() {
        assertThat(Reader.values()).containsExactly(Reader.SENDER, Reader.PRIVACY_OFFICER, Reader.FAMILY);
        Explanation explanation = decisionPoint.explain(consents());
        assertThat(explanation.findings(Reader.FAMILY)).isEmpty();
        assertThat(explanation.toString()).isEqualTo("Explanation[HOLD]");
    }

    /** The cure is not a form of words: with the consents that it asks the message is permitted. */
    @Test
    void withTheConsentsThatTheCureAsksTheMessageGoes() {
        for (List<ConsentRecord> start : List.of(
                List.<ConsentRecord>of(),
                List.of(Questions.given(Questions.KEREM)),
                List.of(Questions.given(Questions.SANNE)))) {
            Cure cure = decisionPoint
                    .explain(consents(start.toArray(ConsentRecord[]::new)))
                    .waysOn()
                    .cures()
                    .getFirst();
            List<PersonRef> asked = cure.steps().stream()
                    .flatMap(step -> step.people().stream())
                    .distinct()
                    .toList();
            assertThat(cure.steps()).allSatisfy(step -> assertThat(step.who()).isEqualTo(Contributor.CUSTODIANS));
            for (int left = 0; left <= asked.size(); left++) {
                List<ConsentRecord> records = new ArrayList<>(start);
                asked.subList(0, left).forEach(person -> records.add(Questions.given(person)));
                assertThat(decisionPoint
                                .judge(consents(records.toArray(ConsentRecord[]::new)))
                                .outcome()
                                .equals(Outcome.PERMIT))
                        .isEqualTo(left == asked.size());
            }
        }
    }

    @Test
    void nothingIsAdvisedAboutParentsWhoMustNotKnow() {
        Explanation explanation = decisionPoint.explain(hidden(consents()));
        assertThat(explanation.waysOn().cures()).isEmpty();
        assertThat(dutch.toSender(explanation).toString())
                .contains("De ouders mogen hier niet van weten. Vraag hun niets.")
                .doesNotContain("Nodig van", "Vraag eerst die toestemming", "kerem");
    }

    @Test
    void aMessageWithoutItemsIsExplainedToo() {
        SharingRequest empty = with(
                Questions.question(Questions.AT, List.of(), RecordedFacts.NONE),
                MessageKind.SIGNAL,
                LegalBasis.NONE,
                OrganisationType.WIJKTEAM);
        assertThat(dutch.toSender(decisionPoint.explain(empty)).toString())
                .contains("Er blijft niets over dat u mag delen.", "Er is geen reden in de wet die hier past.");
    }
}
