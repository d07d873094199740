package nl.sluis.demo;

import java.io.IOException;
import java.util.function.Consumer;
import nl.sluis.demo.NodeApi.Answer;
import tools.jackson.databind.JsonNode;

/** Steps 1, 4 and 7: the school, the team and Veilig Thuis. */
final class SchoolSteps {

    private static final String CONCERN = "application/json;profile=school-concern";
    private static final String ADULT = "{\"birthDate\": \"%s\", \"capable\": true}";
    private static final String MILA = """
            {"birthDate": "2017-03-01", "bsn": "999990019", "capable": true,
             "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "kerem"], "underInvestigation": false,
              "source": "BRP", "retrievedAt": "$NOW"}}""";
    private static final String CONSENT = """
            {"giver": "%s", "capacity": "CUSTODIAN", "subjects": ["mila"], "recipients": ["wijkteam-noord"],
             "purposes": ["YOUTH_SUPPORT"], "categories": ["IDENTITY", "BSN", "OBSERVATION", "PLANNING"],
             "lifeDomains": ["LGZ", "WOP"], "decision": "GIVEN", "from": "$FROM", "until": "$UNTIL",
             "evidence": "formulier-2026-118-%s"}""";
    private static final String FEEDBACK = """
            {"senderRole": "REGISSEUR", "persons": [{"ref": "p1", "role": "CHILD"}], "sections": [
              {"id": "afspraak", "subject": "p1", "category": "PLANNING", "lifeDomain": "WOP", "mandatory": true,
               "content": {"type": "planned", "description": "Vaste ophaalafspraak; de school belt bij verzuim."}},
              {"id": "schulden", "subject": "p1", "category": "DEBT_DETAIL", "lifeDomain": "FIN",
               "content": {"type": "statement", "text": "Er loopt een schuldregeling.", "assertion": "OBSERVED"}},
              {"id": "therapie", "subject": "p1", "category": "TREATMENT", "lifeDomain": "GGZ",
               "content": {"type": "statement", "text": "Moeder volgt therapie.", "assertion": "OBSERVED"}}]}""";

    private final Actor school;
    private final Actor team;
    private final Actor safety;
    private String concernId = "";

    SchoolSteps(Actor school, Actor team, Actor safety) {
        this.school = school;
        this.team = team;
        this.safety = safety;
    }

    void concern(Consumer<String> say) throws IOException, InterruptedException {
        school.knows("sanne", ADULT.formatted("1992-05-04"));
        school.knows("kerem", ADULT.formatted("1990-02-11"));
        school.knows("mila", MILA);
        school.consent(CONSENT.formatted("sanne", "a"));
        school.consent(CONSENT.formatted("kerem", "b"));
        say.accept("Both parents' consent is recorded for school matters.");
        Answer answer = school.submits(CONCERN, Actor.sample("school-concern-mila.json"), team.organisation());
        Told.outcome(answer, "PERMIT");
        Told.withheld(answer, "parents");
        say.accept(Told.line(answer));
        concernId = answer.text("id");
        school.awaits(concernId, "DELIVERED");
        JsonNode item = team.sees(concernId);
        StepFailed.unless(item.toString().contains("slaap"), "the concern is not in the feed");
        StepFailed.unless(!item.toString().contains("ruzie"), "the paragraph on the parents left the school");
        say.accept("It is in the team's feed without that paragraph; the school has the receipt.");
    }

    void meldcode(Consumer<String> say) throws IOException, InterruptedException {
        String meldcodeCase = school.recorded(
                        school.api().post("/v1/meldcode-cases", "{\"subjects\": [\"mila\"], \"acute\": false}"))
                .text("id");
        String report = Actor.sample("school-vt-report-mila.json").replace("mc-2026-017", meldcodeCase);
        Answer toTeam = school.submits(CONCERN, report, team.organisation());
        Told.outcome(toTeam, "DENY", "MELDRECHT_ONLY_TO_VT");
        say.accept("To the wijkteam: " + Told.line(toTeam));
        for (int step : new int[] {1, 2, 3, 5}) {
            done(meldcodeCase, "steps/" + step, "{\"at\": \"%s\", \"actor\": \"joost\"}".formatted(school.today()));
        }
        for (String parent : new String[] {"sanne", "kerem"}) {
            String told = "{\"informed\": true, \"at\": \"%s\", \"manner\": \"MONDELING\"}".formatted(school.today());
            done(meldcodeCase, "informing/" + parent, told);
        }
        Answer early = school.submits(CONCERN, report, safety.organisation());
        Told.outcome(early, "DENY", "MELDCODE_STEP_4_MISSING");
        say.accept("To Veilig Thuis without step 4: " + Told.line(early));
        done(meldcodeCase, "steps/4", "{\"at\": \"%s\", \"actor\": \"karin\"}".formatted(school.today()));
        done(meldcodeCase, "weighing", "{\"outcome\": \"MUST_REPORT\", \"responsible\": \"karin\"}");
        Answer complete = school.submits(CONCERN, report, safety.organisation());
        Told.outcome(complete, "PERMIT");
        Told.withheld(complete, "progress");
        say.accept("With all five steps: " + Told.line(complete));
        school.awaits(complete.text("id"), "DELIVERED");
        JsonNode item = safety.sees(complete.text("id"));
        StepFailed.unless(item.toString().contains("Blauwe plekken"), "the report is not at Veilig Thuis");
        StepFailed.unless(!item.toString().contains("rekenen"), "a field that was not chosen left the school");
        say.accept("Veilig Thuis has the chosen fields only.");
    }

    void feedback(Consumer<String> say) throws IOException, InterruptedException {
        String item = team.sees(concernId).path("id").asString();
        Answer answer = team.api().post("/v1/feed/" + item + "/feedback", FEEDBACK);
        Told.outcome(answer, "PERMIT");
        Told.withheld(answer, "schulden");
        Told.withheld(answer, "therapie");
        say.accept(Told.line(answer));
        team.awaits(answer.text("id"), "DELIVERED");
        JsonNode seen = school.sees(answer.text("id"));
        StepFailed.unless(seen.toString().contains("ophaalafspraak"), "the school does not read the appointment");
        StepFailed.unless(!seen.toString().contains("schuldregeling"), "the school reads about debts");
        StepFailed.unless(!seen.toString().contains("therapie"), "the school reads about therapy");
        say.accept("The school reads the appointment, and neither debts nor therapy.");
    }

    private void done(String meldcodeCase, String what, String json) throws IOException, InterruptedException {
        school.recorded(school.api().put("/v1/meldcode-cases/" + meldcodeCase + "/" + what, json));
    }
}
