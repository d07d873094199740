package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What the school's own system does at its node: records facts of a family and reports a concern on a child. */
public record SchoolSystem(NodeApi node, String team) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String ADULT = "{\"birthDate\": \"%s\", \"capable\": true}";
    private static final String CHILD = """
            {"birthDate": "2017-03-01", "bsn": "%s", "capable": true,
             "custody": {"type": "JOINT_PARENTS", "holders": ["sanne", "kerem"], "underInvestigation": false,
              "source": "BRP", "retrievedAt": "%s"}}""";
    private static final String CONSENT = """
            {"giver": "%s", "capacity": "CUSTODIAN", "subjects": ["%s"], "recipients": ["%s"],
             "purposes": ["YOUTH_SUPPORT"], "categories": ["IDENTITY", "BSN", "OBSERVATION", "PLANNING"],
             "lifeDomains": ["LGZ", "WOP"], "decision": "%s", "from": "%s", "until": "%s",
             "evidence": "formulier-2026-118"}""";

    private static final String SLEEPS = "Mila viel de afgelopen twee weken vijf keer in slaap in de klas.";
    private static final String SAMPLE = sample();

    /** A child of Sanne and Kerem, with a citizen service number from the range for tests. */
    public record Child(String ref, String bsn) {
        /** Of the story. */
        public static final Child MILA = new Child("mila", "999990019");
        /** Her sister. */
        public static final Child NOOR = new Child("noor", "999990056");
        /** Her other sister. */
        public static final Child FENNA = new Child("fenna", "999990068");
    }

    /** Registers a child and its parents. */
    public void knows(Child child) throws IOException, InterruptedException {
        recorded("PUT", "/v1/persons/sanne", ADULT.formatted("1992-05-04"));
        recorded("PUT", "/v1/persons/kerem", ADULT.formatted("1990-02-11"));
        recorded("PUT", "/v1/persons/" + child.ref(), CHILD.formatted(child.bsn(), Instant.now()));
    }

    /** Records that a parent consents; returns the consent's identity. */
    public String consents(String parent, Child child) throws IOException, InterruptedException {
        return decided(parent, child, "GIVEN");
    }

    /** Records that a parent refuses. */
    public void refuses(String parent, Child child) throws IOException, InterruptedException {
        decided(parent, child, "REFUSED");
    }

    /** Withdraws a consent for who gave it. */
    public void withdraws(String parent, String consent) throws IOException, InterruptedException {
        String withdrawal = "{\"by\": \"%s\", \"channel\": \"TELEFONISCH\"}".formatted(parent);
        recorded("POST", "/v1/consents/" + consent + "/withdrawal", withdrawal);
    }

    /** Reports the concern of the story on this child; the answer is a 202. */
    public NodeApi.Answer reports(Child child) throws IOException, InterruptedException {
        return reports(child, SLEEPS, Map.of());
    }

    /**
     * Reports a concern of its own text on this child; the answer is a 202.
     *
     * @param more headers beside what a report needs
     */
    public NodeApi.Answer reports(Child child, String text, Map<String, String> more)
            throws IOException, InterruptedException {
        String concern = SAMPLE.replace("\"mila\"", "\"" + child.ref() + "\"")
                .replace(Child.MILA.bsn(), child.bsn())
                .replace(SLEEPS, text);
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json;profile=school-concern");
        headers.put("Sluis-Recipient", team);
        NodeApi.Answer answer = node.send("POST", "/v1/messages", headers, concern);
        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        return answer;
    }

    /** The state of a message, as its sender is told it. */
    public String state(String messageId) throws IOException, InterruptedException {
        return node.get("/v1/messages/" + messageId, Map.of()).text("state");
    }

    private String decided(String parent, Child child, String decision) throws IOException, InterruptedException {
        LocalDate today = LocalDate.now();
        String consent = CONSENT.formatted(parent, child.ref(), team, decision, today, today.plusMonths(10));
        return recorded("POST", "/v1/consents", consent).text("id");
    }

    private NodeApi.Answer recorded(String method, String path, String json) throws IOException, InterruptedException {
        NodeApi.Answer answer = node.send(method, path, JSON, json);
        assertThat(answer.status())
                .as(path + " " + new String(answer.body(), StandardCharsets.UTF_8))
                .isIn(200, 201);
        return answer;
    }

    private static String sample() {
        try (InputStream in = SchoolSystem.class.getResourceAsStream("/samples/school-concern-mila.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample cannot be read", e);
        }
    }
}
