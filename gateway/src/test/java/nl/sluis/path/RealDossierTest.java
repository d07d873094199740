package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What leaves of the published OSO dossiers, seen at the recipient. Skipped where they are not on the machine. */
@ExtendWith(NodesExtension.class)
class RealDossierTest {

    private static final String INSPECTION = "(?s)<inzage>\\s*<voorlopigdossier>.*?</inzage>\\s*(?=<huidigeschool>)";
    private static final String RELEASE = "(?s)<categorie_uitlevering>.*</categorie_uitlevering>";
    private static final Map<String, String> TO_TEAM =
            Map.of("Content-Type", "application/xml;profile=oso", "Sluis-Recipient", Member.WIJKTEAM.organisation());

    /** Blocks of a pupil by the category that releases them (OSO 2019.1). */
    private static final Map<String, List<String>> BLOCKS = Map.of(
            "cat_vve", List.of("vanpeuterspeelzaal", "naampeuterspeelzaal", "voorschools", "vroegschools"),
            "cat_overstapadvies", List.of("overstapadvies"),
            "cat_onderwijsondersteuning", List.of("onderwijsondersteuning"),
            "cat_verzuim", List.of("verzuim"),
            "cat_eindtoetsbo", List.of("eindtoets_basisonderwijs"),
            "cat_toetsresultaten", List.of("toetslijst"),
            "cat_cijferlijsten", List.of("cijferlijstlijst"),
            "cat_bijlagedocs", List.of("overigdocumentlijst"));

    private final Nodes nodes;

    RealDossierTest(Nodes nodes) {
        this.nodes = nodes;
    }

    @ParameterizedTest(name = "the content of {0} under the release of {1}")
    @CsvSource({
        "OV_POPO_full, OV_POPO_full",
        "OV_POPO_full, OV_POVO_opt_out",
        "OV_POPO_full, OV_VOVO_opt_out",
        "PaO_POSWV_full, PaO_POSWV_full",
        "PaO_POSWV_full, PaO_POSWV_opt_out",
    })
    void releasesNothingOfACategoryThatIsForbiddenOrOptedOut(String content, String release) throws Exception {
        String pupil = "leerling-" + release;
        String dossier = dossier(content, pupil).replaceFirst(RELEASE, release(dossier(release, pupil)));
        Http school = nodes.system(Member.SCHOOL);
        assertThat(school.put("/v1/persons/" + pupil, Samples.person("2003-03-17"))
                        .status())
                .isEqualTo(200);
        assertThat(school.post("/v1/consents", consentToAll(pupil)).status()).isEqualTo(201);
        Reply reply = school.post("/v1/messages", TO_TEAM, dossier);
        assertThat(reply.text("outcome")).as(reply.toString()).isEqualTo("PERMIT");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> school.get("/v1/messages/" + reply.text("id"))
                        .text("state")
                        .equals("DELIVERED"));
        String arrived = arrived(reply.text("id"));
        assertThat(arrived).contains("Björn");
        Texts texts = Texts.of(dossier);
        assertThat(texts.closed().isEmpty()).isEqualTo(release.endsWith("full"));
        assertThat(texts.closed()).noneMatch(arrived::contains);
        // The school reads which files stayed behind, each in its place or with the block that was not released
        assertThat(dossier).contains("<bestandsinhoud>");
        assertThat(reply.json().path("stayedBehind").toString())
                .containsPattern("/bestandsinhoud\"|/overigdocumentlijst\"|/onderwijsondersteuning|/toetslijst\"");
        assertThat(arrived).doesNotContain("<bestandsinhoud");
    }

    @ParameterizedTest(name = "akkoord {0}, toestemming {1}: {2} {3}")
    @CsvSource({
        "Nee, Ja, PERMIT, ''",
        "Ja, Ja, PERMIT, ''",
        "Ja, Nee, DENY, CONSENT_REFUSED",
        "Ja, '', HOLD, MISSING_SELF",
        "'', '', HOLD, MISSING_SELF",
    })
    void takesConsentFromToestemmingAndFromNothingElse(String akkoord, String toestemming, String outcome, String codes)
            throws IOException {
        String pupil = "inzage-" + akkoord + "-" + toestemming;
        String inspection = akkoord.isEmpty() && toestemming.isEmpty()
                ? ""
                : "<inzage><voorlopigdossier>false</voorlopigdossier><inzage>true</inzage>"
                        + "<inzagedatum>2026-03-31</inzagedatum><akkoord>" + akkoord + "</akkoord>"
                        + (toestemming.isEmpty() ? "" : "<toestemming>" + toestemming + "</toestemming>") + "</inzage>";
        String dossier = dossier("OV_POVO_opt_out", pupil);
        assertThat(dossier).containsPattern(INSPECTION);
        Reply reply =
                nodes.system(Member.SCHOOL).post("/v1/messages", TO_TEAM, dossier.replaceFirst(INSPECTION, inspection));
        assertThat(reply.text("outcome")).as(reply.toString()).isEqualTo(outcome);
        assertThat(RealInputTest.codes(reply))
                .containsExactlyInAnyOrder(codes.isEmpty() ? new String[0] : codes.split(" "));
    }

    /** The published dossier as that of another pupil, who has no citizen service number. */
    private static String dossier(String name, String pupil) {
        return RealFiles.read("oso", "Voorbeelddossier_" + name + ".xml")
                .replaceFirst("<bsn>.*</bsn>", "")
                .replaceFirst("<leerlingid>.*</leerlingid>", "<leerlingid>" + pupil + "</leerlingid>");
    }

    private static String release(String dossier) {
        return dossier.replaceFirst("(?s).*(<categorie_uitlevering>.*</categorie_uitlevering>).*", "$1");
    }

    private static String consentToAll(String pupil) {
        return """
                {"giver": "%s", "capacity": "SELF", "subjects": ["%s"], "recipients": ["wijkteam-noord"],
                 "purposes": ["EDUCATION"], "categories": ["IDENTITY", "CONTACT", "ADDRESS", "OBSERVATION", "OPINION",
                  "DIAGNOSIS", "TREATMENT", "PLANNING", "SCHOOL_PROGRESS"], "lifeDomains": ["LGZ", "WOP", "REL", "FIN"],
                 "decision": "GIVEN", "from": "%s", "evidence": "formulier-1"}""".formatted(pupil, pupil, Samples.today());
    }

    private String arrived(String messageId) throws IOException {
        Http team = nodes.system(Member.WIJKTEAM);
        return team.get("/v1/feed?limit=200").json().path("items").values().stream()
                .filter(item -> item.path("messageId").asString().equals(messageId))
                .findFirst()
                .map(item -> item.toString() + message(team, item.path("id").asString()))
                .orElseThrow();
    }

    private static String message(Http team, String item) {
        try {
            return team.get("/v1/feed/" + item + "/message").text();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Words that stand in closed blocks and nowhere else in the dossier. */
    private record Texts(Set<String> closed) {

        private static final int TELLING = 6;

        static Texts of(String xml) throws ParserConfigurationException, IOException, SAXException {
            Document dossier = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            List<Element> blocks = new ArrayList<>();
            BLOCKS.forEach((category, names) -> {
                String release = dossier.getElementsByTagName(category).item(0).getTextContent();
                if (release.equals("VERBODEN") || release.equals("OPT-UIT")) {
                    names.forEach(name -> elements(dossier, name).forEach(blocks::add));
                }
            });
            Set<String> closed = new TreeSet<>();
            blocks.forEach(block -> leaves(block, closed));
            blocks.forEach(block -> block.getParentNode().removeChild(block));
            String open = dossier.getDocumentElement().getTextContent();
            closed.removeIf(text -> text.length() < TELLING || open.contains(text));
            return new Texts(closed);
        }

        private static List<Element> elements(Document dossier, String name) {
            List<Element> found = new ArrayList<>();
            var nodes = dossier.getElementsByTagName(name);
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i).getParentNode().getNodeName().equals("leerling")) {
                    found.add((Element) nodes.item(i));
                }
            }
            return found;
        }

        private static void leaves(Node node, Set<String> texts) {
            if (node.getNodeType() == Node.TEXT_NODE && !node.getTextContent().isBlank()) {
                texts.add(node.getTextContent().strip());
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                leaves(child, texts);
            }
        }
    }
}
