package nl.sluis.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluis.canonical.AssertionType;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.Regime;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.certs.CertificateUse;
import nl.sluis.directory.Partner;
import nl.sluis.node.NodeSettings;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.RecordedFacts;
import nl.sluis.policy.RequestedItem;
import nl.sluis.policy.SendingParty;
import nl.sluis.policy.SharingRequest;
import nl.sluis.policy.Verdict;
import nl.sluis.policyset.CaseJson;
import nl.sluis.seal.Sealer;
import nl.sluis.seal.TestSeals;
import nl.sluis.testing.SettableClock;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A case whose facts are put in the registers over HTTP, each at its own moment. */
final class RecordedCase {

    private static final List<String> FILES =
            List.of("outcomes", "givers", "boundaries", "scope", "third-persons", "profiles", "meldrecht", "advice");

    /** Few, and all of them. */
    private static final String SUPERVISION = "second-reader-supervision";

    private static final Set<LegalBasis> BASES =
            EnumSet.of(LegalBasis.CONSENT, LegalBasis.MELDRECHT_WMO_5_2_6, LegalBasis.OTS_JW_7_3_11_4, LegalBasis.NONE);

    private final MockMvcTester http;
    private final SettableClock clock;
    private final JsonNode question;
    private final Instant at;
    private String meldcodeCase = "";

    RecordedCase(MockMvcTester http, SettableClock clock, JsonNode question) {
        this.http = http;
        this.clock = clock;
        this.question = question;
        this.at = moment(question.path("at"));
    }

    /** Every third case: a selection over all files that stays quick. */
    static List<JsonNode> questions() {
        List<JsonNode> all = all(FILES);
        List<JsonNode> questions = new ArrayList<>(all(List.of(SUPERVISION)));
        IntStream.range(0, all.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(all::get)
                .forEach(questions::add);
        return questions;
    }

    private static List<JsonNode> all(List<String> files) {
        List<JsonNode> questions = new ArrayList<>();
        for (String file : files) {
            try (InputStream in =
                    Objects.requireNonNull(RecordedCase.class.getResourceAsStream("/cases/" + file + ".json"))) {
                CaseJson.mapper().readTree(in.readAllBytes()).forEach(node -> questions.add(node.path("case")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return questions;
    }

    /** Whether a node has a place for every fact of the case; the others come with later issues. */
    static boolean recordable(SharingRequest request) {
        RecordedFacts facts = request.facts();
        return BASES.contains(request.basis())
                && request.kind() != MessageKind.FEEDBACK
                && request.sender().regime() != null
                && facts.arrears() == null
                && facts.secondProfessional() == null
                && facts.disclosure1215() == RecordedFacts.Disclosure1215.BOTH;
    }

    /** Records everything; false when a register refuses what a file may say, such as a date to come. */
    boolean record() {
        clock.moveTo(at);
        return persons() && consents() && measures() && meldcode();
    }

    Verdict decide(Facts facts, PolicyDecisionPoint decisionPoint, SharingRequest request) {
        Message message = new Message(
                new MessageId(UUID.randomUUID()),
                new ThreadId(UUID.randomUUID()),
                null,
                request.kind(),
                request.sender().organisation(),
                request.sender().role(),
                request.recipient().organisation(),
                request.at(),
                Urgency.ROUTINE,
                request.purpose(),
                request.basis(),
                request.items().stream()
                        .map(RequestedItem::subject)
                        .distinct()
                        .map(subject -> new Person(subject, HouseholdRole.OTHER))
                        .toList(),
                request.items().stream()
                        .map(item -> new Section(
                                item.id(),
                                item.subject(),
                                item.category(),
                                item.lifeDomain(),
                                item.mandatory(),
                                new Content.Statement("Verzonnen.", AssertionType.OBSERVED, null, null)))
                        .toList(),
                null);
        List<PersonDetails> mentioned = request.persons().stream()
                .map(person -> new PersonDetails(
                        person.ref(),
                        HouseholdRole.OTHER,
                        Set.of(new PersonIdentifier(
                                PersonIdentifier.LOCAL, person.ref().value())),
                        person.birthDate()))
                .toList();
        Waiting waiting = new Waiting(
                message,
                mentioned,
                meldcodeCase.isEmpty() ? null : meldcodeCase,
                request.facts().withheldByProfessional(),
                request.facts().parentsMustNotKnow(),
                null);
        Partner partner = new Partner(
                request.recipient().organisation(),
                "",
                request.recipient().type(),
                "",
                URI.create("https://localhost"),
                TestSeals.certificate("school", CertificateUse.SEAL),
                null);
        Facts.Gathered.Complete complete = (Facts.Gathered.Complete) facts.gather(waiting, partner);
        return decisionPoint.decide(message, complete.context(), Sealer.FORM).verdict();
    }

    private boolean persons() {
        for (JsonNode person : question.path("persons")) {
            ObjectNode body = ((ObjectNode) person).deepCopy();
            body.remove("ref");
            if (body.get("custody") instanceof ObjectNode custody) {
                custody.put("source", "BRP").put("retrievedAt", at.toString());
            }
            if (!sent(HttpMethod.PUT, "/v1/persons/" + person.path("ref").stringValue(), body)) {
                return false;
            }
        }
        return true;
    }

    private boolean consents() {
        List<JsonNode> records = question.path("consents")
                .valueStream()
                .sorted(Comparator.comparing(consent -> moment(consent.path("recordedAt"))))
                .toList();
        for (JsonNode consent : records) {
            clock.moveTo(moment(consent.path("recordedAt")));
            ObjectNode body = ((ObjectNode) consent).deepCopy();
            body.remove(List.of("id", "recordedAt", "withdrawnAt"));
            MvcTestResult answer = exchange(HttpMethod.POST, "/v1/consents", body);
            if (answer.getResponse().getStatus() != 201) {
                return false;
            }
            if (consent.path("withdrawnAt").isString()) {
                clock.moveTo(moment(consent.path("withdrawnAt")));
                String id = id(answer);
                if (!sent(
                        HttpMethod.POST,
                        "/v1/consents/" + id + "/withdrawal",
                        CaseJson.mapper().createObjectNode().put("by", "giver").put("channel", "FORM"))) {
                    return false;
                }
            }
        }
        clock.moveTo(at);
        return true;
    }

    private boolean measures() {
        for (JsonNode measure : question.path("measures")) {
            ObjectNode body = ((ObjectNode) measure).deepCopy();
            body.put("source", "beschikking").put("retrievedAt", at.toString());
            if (!sent(HttpMethod.POST, "/v1/measures", body)) {
                return false;
            }
        }
        return true;
    }

    private boolean meldcode() {
        JsonNode meldcode = question.path("meldcode");
        if (!meldcode.isObject()) {
            return question.path("informing").isEmpty();
        }
        ObjectNode open = CaseJson.mapper().createObjectNode();
        question.path("items").forEach(item -> open.withArray("subjects").add(item.path("subject")));
        open.put("acute", meldcode.path("acute").asBoolean(false));
        MvcTestResult opened = exchange(HttpMethod.POST, "/v1/meldcode-cases", unique(open));
        if (opened.getResponse().getStatus() != 201) {
            return false;
        }
        meldcodeCase = id(opened);
        String place = "/v1/meldcode-cases/" + meldcodeCase + "/";
        for (Map.Entry<String, JsonNode> step : meldcode.path("steps").properties()) {
            if (!sent(HttpMethod.PUT, place + "steps/" + step.getKey(), step.getValue())) {
                return false;
            }
        }
        return weighing(meldcode, place) && informing(place);
    }

    private boolean weighing(JsonNode meldcode, String place) {
        boolean weighed = meldcode.path("weighing").isString();
        boolean responsible = meldcode.path("responsible").isString();
        if (weighed != responsible) {
            // A node records the two together
            return false;
        }
        ObjectNode body = CaseJson.mapper().createObjectNode();
        body.set("outcome", meldcode.path("weighing"));
        body.set("responsible", meldcode.path("responsible"));
        return (!weighed || sent(HttpMethod.PUT, place + "weighing", body))
                && (!meldcode.path("vtAdviceAt").isString()
                        || sent(
                                HttpMethod.PUT,
                                place + "vt-advice",
                                CaseJson.mapper().createObjectNode().set("at", meldcode.path("vtAdviceAt"))));
    }

    private boolean informing(String place) {
        for (JsonNode informing : question.path("informing")) {
            ObjectNode body = ((ObjectNode) informing).deepCopy();
            body.remove("person");
            if (!sent(
                    HttpMethod.PUT,
                    place + "informing/" + informing.path("person").stringValue(),
                    body)) {
                return false;
            }
        }
        return true;
    }

    private boolean sent(HttpMethod method, String place, JsonNode body) {
        int status = exchange(method, place, body).getResponse().getStatus();
        return status == 200 || status == 201;
    }

    private MvcTestResult exchange(HttpMethod method, String place, JsonNode body) {
        return http.method(method)
                .uri(place)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString())
                .exchange();
    }

    private static String id(MvcTestResult created) {
        String location = Objects.requireNonNull(created.getResponse().getHeader("Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static ObjectNode unique(ObjectNode open) {
        Set<String> subjects = new LinkedHashSet<>();
        open.path("subjects").forEach(subject -> subjects.add(subject.stringValue()));
        open.putArray("subjects")
                .addAll(subjects.stream()
                        .map(subject ->
                                (JsonNode) CaseJson.mapper().getNodeFactory().stringNode(subject))
                        .toList());
        return open;
    }

    private static Instant moment(JsonNode text) {
        return OffsetDateTime.parse(text.stringValue()).toInstant();
    }

    static NodeSettings self(SendingParty sender) {
        return settings(sender.organisation().value(), sender.type(), Objects.requireNonNull(sender.regime()));
    }

    static NodeSettings settings(String organisation, OrganisationType type, Regime regime) {
        Path none = Path.of("none");
        return new NodeSettings(
                NodeSettings.Mode.PRODUCTION,
                organisation,
                organisation,
                type,
                regime,
                "00000001234567890000",
                0,
                0,
                new NodeSettings.Tls(none, none, none),
                new NodeSettings.Keys(none, none, none),
                List.of(),
                DataSize.ofMegabytes(20),
                "");
    }
}
