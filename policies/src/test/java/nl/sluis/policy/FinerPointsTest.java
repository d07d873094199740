package nl.sluis.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Custody;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Regime;
import nl.sluis.policy.rules.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of the case format's "Finer points"; the rest of them are cases of the gateway. */
class FinerPointsTest {

    private final PolicyDecisionPoint decisionPoint = new PolicyDecisionPoint();

    private Verdict judge(ConsentRecord... consents) {
        return decisionPoint.judge(
                Questions.question(Questions.AT, List.of(Questions.sleep()), Questions.consents(List.of(consents))));
    }

    @ParameterizedTest
    @CsvSource({
        "2014-11-23, 2026-11-22, UNDER_12",
        "2014-11-22, 2026-11-22, FROM_12",
        "2010-11-23, 2026-11-22, FROM_12",
        "2010-11-22, 2026-11-22, FROM_16",
        "2012-02-29, 2024-02-28, UNDER_12",
        "2012-02-29, 2024-02-29, FROM_12",
        "2012-02-29, 2028-02-28, FROM_12",
        "2012-02-29, 2028-02-29, FROM_16",
        "2027-03-01, 2026-11-22, UNDER_12"
    })
    void agesChangeOnTheBirthday(LocalDate birth, LocalDate day, AgeClass expected) {
        assertThat(AgeClass.on(day, birth)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, false", "2026-03-01, true"})
    void the29thOfFebruaryCountsAsThe1stOfMarchInCommonYears(LocalDate day, boolean adult) {
        assertThat(AgeClass.adult(day, LocalDate.of(2008, 2, 29))).isEqualTo(adult);
    }

    @Test
    void aConsentForAnotherDiscloserCountsAsNotThere() {
        Verdict verdict =
                judge(Questions.given(Questions.SANNE), at(Questions.KEREM, "woonbaken", Set.of(LifeDomain.LGZ), 1));
        assertThat(verdict.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(codes(verdict)).containsExactly(ReasonCode.MISSING_PARENT);
        assertThat(verdict.missing())
                .containsExactly(new Missing(Missing.What.CONSENT, Questions.KEREM, Questions.MILA));
    }

    @Test
    void nothingMixesOverTwoConsents() {
        Verdict verdict = judge(
                Questions.given(Questions.SANNE),
                at(Questions.KEREM, "de-wilgenhof", Set.of(LifeDomain.LGZ), 1),
                at(Questions.KEREM, "de-wilgenhof", Set.of(LifeDomain.REL), 2));
        assertThat(codes(verdict)).containsExactly(ReasonCode.DOMAIN_OUT_OF_SCOPE, ReasonCode.MISSING_PARENT);
    }

    @Test
    void aCustodiansRefusalIsAnObjection() {
        Verdict verdict = judge(Questions.given(Questions.SANNE), Questions.refused(Questions.KEREM));
        assertThat(verdict.outcome()).isEqualTo(Outcome.DENY);
        assertThat(codes(verdict)).containsExactly(ReasonCode.CUSTODIAN_OBJECTS);
        assertThat(verdict.missing()).isEmpty();
    }

    @Test
    void aWithdrawalCountsFromItsOwnMoment() {
        assertThat(judge(
                                Questions.given(Questions.SANNE),
                                Questions.withdrawn(Questions.KEREM, Questions.AT.plusSeconds(1)))
                        .outcome())
                .isEqualTo(Outcome.PERMIT);
        assertThat(codes(judge(Questions.given(Questions.SANNE), Questions.withdrawn(Questions.KEREM, Questions.AT))))
                .containsExactly(ReasonCode.CONSENT_WITHDRAWN, ReasonCode.MISSING_PARENT);
    }

    @Test
    void aPermitSaysWhenTheFirstConsentMustBeReviewed() {
        assertThat(judge(Questions.given(Questions.SANNE), Questions.given(Questions.KEREM))
                        .obligations())
                .containsExactly(new Obligation("REVIEW_CONSENT_BEFORE", LocalDate.of(2027, 8, 1)));
        assertThat(RuleSets.builtIn().terms().get("REVIEW_CONSENT_BEFORE"))
                .isEqualTo(new Term("REVIEW_CONSENT_BEFORE", 30, Term.Unit.DAYS_BEFORE_END));
    }

    @Test
    void jointCustodyThatNamesOnePersonIsUnknown() {
        Custody half = new Custody(CustodyType.JOINT_PARENTS, List.of(Questions.SANNE), false);
        assertThat(Custodians.of(half)).isEmpty();
        assertThat(Custodians.of(new Custody(CustodyType.SOLE_PARENT, List.of(Questions.SANNE), true)))
                .isEmpty();
        assertThat(Custodians.of(null)).isEmpty();
    }

    @Test
    void aQuestionOfWhichNothingIsRecordedNeverPermitsOnAnyGround() {
        for (LegalBasis basis : LegalBasis.values()) {
            for (MessageKind kind : MessageKind.values()) {
                for (OrganisationType recipient : OrganisationType.values()) {
                    Outcome outcome =
                            decisionPoint.judge(bare(basis, kind, recipient)).outcome();
                    boolean raad = recipient == OrganisationType.RAAD && basis == LegalBasis.RVDK_BW_1_240;
                    boolean advice = kind == MessageKind.VT_ADVICE && recipient == OrganisationType.VEILIG_THUIS;
                    if (!raad && !(advice && basis == LegalBasis.NONE)) {
                        assertThat(outcome)
                                .as("%s %s %s", basis, kind, recipient)
                                .isNotEqualTo(Outcome.PERMIT);
                    }
                }
            }
        }
    }

    private static SharingRequest bare(LegalBasis basis, MessageKind kind, OrganisationType recipient) {
        return new SharingRequest(
                Questions.AT,
                new SendingParty(Questions.SCHOOL, OrganisationType.SCHOOL, null, ProfessionalRole.OTHER),
                new ReceivingParty(Questions.TEAM, recipient),
                kind,
                null,
                basis,
                List.of(new PersonFacts(Questions.MILA, PartialDate.UNKNOWN, true, null)),
                List.of(Questions.sleep()),
                RecordedFacts.NONE);
    }

    @Test
    void beforeTheFirstDayOfTheRulesNothingMayGo() {
        SharingRequest question = Questions.question(
                Instant.parse("2014-06-01T10:00:00Z"), List.of(Questions.sleep()), Questions.consents(List.of()));
        assertThat(decisionPoint.judge(question).outcome()).isEqualTo(Outcome.DENY);
        assertThat(codes(decisionPoint.judge(question))).contains(ReasonCode.BASIS_NOT_IN_FORCE);
        assertThat(Regime.values()).hasSize(4);
    }

    private static List<ReasonCode> codes(Verdict verdict) {
        return verdict.reasons().stream().map(Reason::code).toList();
    }

    private static ConsentRecord at(
            nl.sluis.canonical.PersonRef giver, String discloser, Set<LifeDomain> domains, int day) {
        return new ConsentRecord(
                "c" + day,
                giver,
                Capacity.CUSTODIAN,
                Set.of(Questions.MILA),
                new OrganisationId(discloser),
                Set.of(Questions.TEAM),
                Set.of(Purpose.YOUTH_SUPPORT),
                Set.of(DataCategory.OBSERVATION),
                domains,
                ConsentDecision.GIVEN,
                LocalDate.of(2026, 9, 1),
                null,
                Instant.parse("2026-09-0" + day + "T07:00:00Z"),
                null,
                "form");
    }
}
