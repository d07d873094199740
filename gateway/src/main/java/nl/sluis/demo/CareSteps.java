package nl.sluis.demo;

import java.io.IOException;
import java.util.function.Consumer;
import nl.sluis.cli.RunningNodes;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.demo.NodeApi.Answer;
import tools.jackson.databind.JsonNode;

/** Steps 2, 5 and 6: the therapist, the general practice and the team. */
final class CareSteps {

    private static final String FHIR = "application/fhir+json";
    private static final String SANNE = """
            {"birthDate": "1992-05-04", "bsn": "999990020", "capable": true}""";
    private static final String KEREM = """
            {"birthDate": "1990-02-11", "bsn": "999990032", "capable": true}""";
    private static final String NOAH = """
            {"birthDate": "2012-06-18", "bsn": "999990044", "capable": true,
             "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "kerem"], "underInvestigation": false,
              "source": "BRP", "retrievedAt": "$NOW"}}""";
    private static final String PLAN_CONSENT = """
            {"giver": "sanne", "capacity": "SELF", "subjects": ["sanne"], "recipients": ["wijkteam-noord"],
             "purposes": ["CARE"], "categories": ["IDENTITY", "GOALS", "PLANNING"], "lifeDomains": ["GGZ"],
             "decision": "GIVEN", "from": "$FROM", "until": "$UNTIL", "evidence": "formulier-plan-7"}""";
    private static final String REFERRAL_CONSENT = """
            {"giver": "%s", "capacity": "%s", "subjects": ["noah"], "recipients": ["wijkteam-noord"],
             "purposes": ["CARE"], "categories": ["IDENTITY", "OBSERVATION", "PLANNING"],
             "lifeDomains": ["LGZ", "GGZ"], "decision": "GIVEN", "from": "$FROM", "until": "$UNTIL",
             "evidence": "gesprek-2026-11-%s"}""";

    private final Actor therapist;
    private final Actor practice;
    private final Actor team;
    private final RunningNodes nodes;
    private String planConsent = "";
    private String summary = "";

    CareSteps(Actor therapist, Actor practice, Actor team, RunningNodes nodes) {
        this.therapist = therapist;
        this.practice = practice;
        this.team = team;
        this.nodes = nodes;
    }

    void planSummary(Consumer<String> say) throws IOException, InterruptedException {
        therapist.knows("sanne", SANNE);
        planConsent = therapist.consent(PLAN_CONSENT);
        say.accept("Sanne's consent covers goals and planning.");
        Answer answer = therapist.submits(FHIR, Actor.sample("careplan-sanne.json"), team.organisation());
        Told.outcome(answer, "PERMIT");
        StepFailed.unless(Told.categories(answer).contains("TREATMENT"), "treatment was not withheld");
        say.accept(Told.line(answer));
        summary = answer.text("id");
        therapist.awaits(summary, "DELIVERED");
        JsonNode item = team.sees(summary);
        StepFailed.unless(item.toString().contains("GOALS"), "the goals are not in the feed");
        StepFailed.unless(!item.toString().contains("EMDR"), "treatment content left De Horizon");
        say.accept("The team reads goals and planning; treatment never left.");
    }

    void referral(Consumer<String> say) throws IOException, InterruptedException {
        practice.knows("sanne", SANNE);
        practice.knows("kerem", KEREM);
        practice.knows("noah", NOAH);
        practice.consent(REFERRAL_CONSENT.formatted("sanne", "CUSTODIAN", "sanne"));
        practice.consent(REFERRAL_CONSENT.formatted("kerem", "CUSTODIAN", "kerem"));
        Answer answer = practice.submits(FHIR, Actor.sample("gp-referral-noah.json"), team.organisation());
        Told.outcome(answer, "HOLD", "MISSING_CHILD");
        say.accept(Told.line(answer));
        practice.consent(REFERRAL_CONSENT.formatted("noah", "SELF", "noah"));
        say.accept("Noah's own consent is recorded; nobody sends anything again.");
        Answer gone = practice.awaits(answer.text("id"), "DELIVERED");
        Told.outcome(gone, "PERMIT");
        team.sees(answer.text("id"));
        say.accept("The message went by itself: " + Told.line(gone));
    }

    void withdrawal(Consumer<String> say) throws IOException, InterruptedException {
        int down = Member.WIJKTEAM.ordinal();
        nodes.stop(down);
        String waiting;
        try {
            Answer answer = therapist.submits(FHIR, Actor.sample("careplan-sanne.json"), team.organisation());
            Told.outcome(answer, "PERMIT");
            waiting = answer.text("id");
            therapist.awaits(waiting, "QUEUED");
            say.accept("The team's node is down; De Horizon's second summary waits.");
            therapist.withdraws(planConsent, "sanne");
            Answer stopped = therapist.awaits(waiting, "WITHDRAWN");
            say.accept("Sanne withdraws. De Horizon reads: " + Told.line(stopped));
        } finally {
            nodes.restart(down);
        }
        team.learnsOfWithdrawal(summary);
        StepFailed.unless(!team.has(waiting), "the team got what was withdrawn");
        say.accept("The node is back. The team never gets the second summary, and reads that the consent behind the"
                + " first has ended.");
    }
}
