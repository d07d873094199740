package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What organisations say to each other about a family in a case, in the format of our own; everything is about one life domain. */
final class FamilyMessages {

    private static final String OWN_FORMAT = "application/vnd.sluis.message+json";

    private FamilyMessages() {}

    /** Somebody of a family; the register of every partner has them under the same name. */
    record Who(String given, String family, String role, String born) {

        String ref() {
            return given + "-" + family;
        }
    }

    static String youth() {
        return Samples.today().minusYears(17).toString();
    }

    static ObjectNode message(String kind, String urgency, Who... persons) {
        ObjectNode message = JsonMapper.shared()
                .createObjectNode()
                .put("kind", kind)
                .put("urgency", urgency)
                .put("purpose", "SAFETY")
                .put("basis", "CONSENT")
                .put("senderRole", "OTHER");
        ArrayNode all = message.putArray("persons");
        ArrayNode sections = message.putArray("sections");
        for (Who who : persons) {
            all.addObject().put("ref", who.ref()).put("role", who.role()).put("local", who.ref());
            ObjectNode identity = section(sections, who, "IDENTITY", null);
            identity.put("type", "identity").put("birthDate", who.born()).put("sex", "UNKNOWN");
            identity.putObject("name").put("given", who.given()).put("family", who.family());
        }
        return message;
    }

    private static ObjectNode section(ArrayNode sections, Who about, String category, @Nullable String domain) {
        ObjectNode section = sections.addObject()
                .put("id", "s" + sections.size())
                .put("subject", about.ref())
                .put("category", category)
                .put("mandatory", true);
        if (domain != null) {
            section.put("lifeDomain", domain);
        }
        return section.putObject("content");
    }

    /** What is said of somebody, to be added to a message. */
    interface Said {
        void in(ArrayNode sections);
    }

    static Said planned(Who about, String text) {
        return sections -> section(sections, about, "PLANNING", "REL")
                .put("type", "planned")
                .put("description", text);
    }

    static Said observed(Who about, String category, String text) {
        return sections -> section(sections, about, category, "REL")
                .put("type", "statement")
                .put("text", text)
                .put("assertion", "OBSERVED");
    }

    static Said goal(Who about) {
        return sections ->
                section(sections, about, "GOALS", "REL").put("type", "goal").put("description", "Gezinsplan: rust");
    }

    static Said notVoluntary(Who about) {
        return sections -> {
            section(sections, about, "SAFETY", "REL")
                    .put("type", "coded")
                    .put("system", "urn:sluis:handover")
                    .put("code", "NOT_VOLUNTARY");
            observed(about, "SAFETY", "Ouders wijzen hulp af.").in(sections);
        };
    }

    /**
     * Registers somebody at an organisation, with their consent that it tells another.
     *
     * @param giver who consents: themselves, or who has custody
     */
    static void consents(Http at, Member recipient, Who about, String giver) throws IOException {
        String capacity = giver.equals(about.ref()) ? "SELF" : "CUSTODIAN";
        String custody = capacity.equals("SELF") ? "" : """
                , "custody": {"type": "SOLE_PARENT", "holders": ["%s"], "source": "BRP",
                 "retrievedAt": "2026-09-01T09:00:00+02:00"}""".formatted(giver);
        at.put(
                "/v1/persons/" + about.ref(),
                "{\"birthDate\": \"" + about.born() + "\", \"capable\": true" + custody + "}");
        Reply reply = at.post("/v1/consents", """
                {"giver": "%s", "capacity": "%s", "subjects": ["%s"], "recipients": ["%s"], "purposes": ["SAFETY"],
                 "categories": ["IDENTITY", "SAFETY", "OBSERVATION", "GOALS", "PLANNING"], "lifeDomains": ["REL"],
                 "decision": "GIVEN", "until": "%s", "evidence": "formulier-%s"}""".formatted(
                        giver,
                        capacity,
                        about.ref(),
                        recipient.organisation(),
                        Samples.today().plusMonths(6),
                        about.ref()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    /** Sends it with what is said in it; the answer. */
    static Reply sent(Http by, Member recipient, ObjectNode message, Said... said) throws IOException {
        return by.post("/v1/messages", headers(recipient), with(message, said));
    }

    /** Asks beforehand; the answer. */
    static Reply asked(Http by, Member recipient, ObjectNode message, Said... said) throws IOException {
        return by.post("/v1/decisions", headers(recipient), with(message, said));
    }

    private static Map<String, String> headers(Member recipient) {
        return Map.of("Content-Type", OWN_FORMAT, "Sluis-Recipient", recipient.organisation());
    }

    private static String with(ObjectNode message, Said... said) {
        ObjectNode whole = message.deepCopy();
        for (Said one : said) {
            one.in((ArrayNode) whole.path("sections"));
        }
        return whole.toString();
    }
}
