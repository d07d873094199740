package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.path.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The published files of Nictiz, Edustandaard and Mitz through the HTTP of running nodes: for each file the address, the
 * recipient, and what is answered. Skipped where the files are not on the machine.
 */
@ExtendWith(NodesExtension.class)
class RealInputTest {

    private static final String FHIR = "application/fhir+xml";
    private static final String OSO = "application/xml;profile=oso";
    private static final String MESSAGES = "/v1/messages";
    private static final String CONSENTS = "/v1/consents";
    private static final String GGZ = Member.JEUGD_GGZ.organisation();
    private static final String TEAM = Member.WIJKTEAM.organisation();

    private final Nodes nodes;

    RealInputTest(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * One file.
     *
     * @param outcome of the decision; empty when there is none
     * @param codes of the reasons, or of the violations with their places: at least these
     */
    record Row(String folder, String file, String path, String recipient, int status, String outcome, String codes) {

        @Override
        public String toString() {
            return folder + "/" + file + " at " + path + " -> " + status + " " + outcome + " " + codes;
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        elz().map(row -> resource("nictiz-r4-elz", row)).forEach(rows::add);
        core().map(row -> resource("nictiz-nl-core", row)).forEach(rows::add);
        rows.add(mitz("example_notification_bundle.xml", MESSAGES, 422, "/ CONSENTS_ONLY"));
        rows.add(mitz("example_notification_bundle.xml", CONSENTS, 201, "GIVEN REFUSED"));
        for (String path : List.of(MESSAGES, CONSENTS)) {
            rows.add(mitz("example_subscription.xml", path, 422, "Subscription NO_MESSAGE"));
            rows.add(mitz("aorta_consent_token.xml", path, 422, "/ NOT_FHIR"));
            rows.add(mitz("xacml_gesloten_autorisatievraag.xml", path, 422, "/ NOT_FHIR"));
            String directive = "nl-core-TreatmentDirective2-01-Consent-01.xml";
            rows.add(new Row("nictiz-nl-core", directive, path, GGZ, 422, "", "Consent.scope ADVANCE_DIRECTIVE"));
        }
        // The pupil is 23 by now: what the parents agreed to in 2016 is not the consent of the pupil
        Stream.of("OV_POPO_full", "OV_POVO_opt_out", "OV_VOVO_opt_out", "PaO_POSWV_full", "PaO_POSWV_opt_out")
                .map(name -> "Voorbeelddossier_" + name + ".xml")
                .forEach(file -> rows.add(new Row("oso", file, MESSAGES, TEAM, 202, "HOLD", "MISSING_SELF")));
        return rows;
    }

    private static Row mitz(String file, String path, int status, String codes) {
        return new Row("mitz", file, path, GGZ, status, "", codes);
    }

    private static Stream<String> elz() {
        String request = "hg-ReferralServiceRequest-01";
        return Stream.of(
                "hg-ReferralTask-01.xml -> Task.for!, Task.focus!",
                request + ".xml -> ServiceRequest.subject!",
                "hg-ReferralComposition-01.xml -> Composition.subject!, Composition",
                request + "-Condition-01.xml -> Condition.subject!, Condition",
                request + "-Location-01.xml -> Location",
                request + "-Location-02.xml -> Location",
                request + "-Organization-01.xml -> Organization",
                request + "-Organization-02.xml -> Organization",
                request + "-Patient-01.xml -> Patient.generalPractitioner[0]!, Patient",
                request + "-Practitioner-01.xml -> Practitioner",
                request + "-Practitioner-02.xml -> Practitioner",
                request + "-PractitionerRole-01.xml -> PractitionerRole.organization!, PractitionerRole",
                request + "-PractitionerRole-02.xml -> PractitionerRole.practitioner!, PractitionerRole");
    }

    private static Stream<String> core() {
        return Stream.of(
                "nl-core-ContactPerson-01.xml -> RelatedPerson.patient!, RelatedPerson",
                "nl-core-HealthProfessional-PractitionerRole-01.xml -> PractitionerRole.practitioner!,"
                        + " PractitionerRole",
                "nl-core-LegalSituation-LegalStatus-01.xml -> Condition.subject!, Condition",
                "nl-core-LegalSituation-Representation-02.xml -> Condition.subject!, Condition",
                "nl-core-Patient-01.xml -> Patient");
    }

    /** In these tables a place stands for NO_MESSAGE, with an exclamation mark for a reference that leads nowhere. */
    private static Row resource(String folder, String row) {
        String[] parts = row.split(" -> ");
        String codes = Stream.of(parts[1].split(", "))
                .map(place -> place.endsWith("!")
                        ? place.substring(0, place.length() - 1) + " REFERENCE_NOT_FOUND"
                        : place + " NO_MESSAGE")
                .collect(Collectors.joining(", "));
        return new Row(folder, parts[0], MESSAGES, GGZ, 422, "", codes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersAPublishedFile(Row row) throws IOException {
        boolean dossier = row.folder().equals("oso");
        String file = RealFiles.read(row.folder(), row.file());
        // All published dossiers carry one pupil number, with three different citizen service numbers
        String body =
                dossier ? file.replace("LN094837", "gepubliceerd-" + row.file().hashCode()) : file;
        Reply reply = nodes.system(dossier ? Member.SCHOOL : Member.HUISARTS)
                .post(row.path(), to(dossier ? OSO : FHIR, row.recipient()), body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(row.status());
        assertThat(reply.text("outcome")).isEqualTo(row.outcome());
        if (row.status() == 422) {
            assertThat(codes(reply)).contains(row.codes().split(", "));
        } else {
            assertThat(codes(reply)).containsExactlyInAnyOrder(row.codes().split(" "));
        }
    }

    @Test
    void hasARowForEveryPublishedFile() {
        for (String folder : List.of("nictiz-r4-elz", "nictiz-nl-core", "oso", "mitz")) {
            assertThat(RealFiles.instances(folder))
                    .isNotEmpty()
                    .isSubsetOf(rows().stream()
                            .filter(row -> row.folder().equals(folder))
                            .map(Row::file)
                            .toList());
        }
    }

    @Test
    void holdsTheReferralOfNictizForThereIsNoConsentInIt() throws IOException {
        Reply reply = nodes.system(Member.HUISARTS).post(MESSAGES, to(FHIR, GGZ), RealFiles.bundle("nictiz-r4-elz"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        assertThat(reply.text("kind")).isEqualTo("REFERRAL");
        assertThat(reply.text("outcome")).isEqualTo("HOLD");
        assertThat(codes(reply)).containsExactly("MISSING_SELF");
        assertThat(reply.text("state")).isEqualTo("HOLD");
    }

    @Test
    void refusesThePupilNumberThatThePublishedDossiersGiveToThreePeople() throws IOException {
        Http school = nodes.system(Member.SCHOOL);
        String one =
                RealFiles.read("oso", "Voorbeelddossier_OV_POVO_opt_out.xml").replace("LN094837", "dubbel");
        String other = one.replace("246263738", "210191879");
        assertThat(one).isNotEqualTo(other);
        assertThat(school.put("/v1/persons/dubbel", "{\"birthDate\": \"2003-03-17\", \"bsn\": \"999990056\"}")
                        .status())
                .isEqualTo(200);
        for (String dossier : List.of(one, other)) {
            Reply reply = school.post(MESSAGES, to(OSO, TEAM), dossier);
            assertThat(reply.status()).isEqualTo(422);
            assertThat(codes(reply)).containsExactly("/persons CONTRADICTING_IDENTIFIERS");
        }
    }

    /** The custodian of the notification is another organisation than this practice; a refusal counts all the same. */
    @Test
    void deniesWhatMitzSaysWasRefused() throws IOException {
        Http practice = nodes.system(Member.HUISARTS);
        String referral = Samples.of("gp-referral-noah.json")
                .replace("\"value\": \"noah\"", "\"value\": \"mitz-1\"")
                .replace("999990044", "900186021")
                .replace("2012-06-18", "1980-06-18");
        assertThat(practice.post(CONSENTS, FHIR, RealFiles.read("mitz", "example_notification_bundle.xml"))
                        .status())
                .isEqualTo(201);
        Reply refused = practice.post("/v1/decisions", to("application/fhir+json", GGZ), referral);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);
        assertThat(refused.text("outcome")).isEqualTo("DENY");
        assertThat(codes(refused)).contains("CONSENT_REFUSED");
        List<String> closed = refused.json().path("withheld").values().stream()
                .filter(item -> item.path("code").asString().equals("CONSENT_REFUSED"))
                .map(item -> item.path("category").asString())
                .toList();
        assertThat(closed).contains("DIAGNOSIS", "TREATMENT", "PLANNING");
        Reply toTheTeam = practice.post("/v1/decisions", to("application/fhir+json", TEAM), referral);
        assertThat(toTheTeam.text("outcome"))
                .as("neither refused nor permitted")
                .isEqualTo("HOLD");
        assertThat(codes(toTheTeam)).containsExactly("MISSING_SELF");
    }

    private static Map<String, String> to(String mediaType, String recipient) {
        return Map.of("Content-Type", mediaType, "Sluis-Recipient", recipient);
    }

    /** Codes of reasons, decisions of recorded consents, or places and codes of violations. */
    static List<String> codes(Reply reply) {
        JsonNode json = reply.json();
        return Stream.of(
                        json.path("reasons").values().stream()
                                .map(reason -> reason.path("code").asString()),
                        json.path("consents").values().stream()
                                .map(consent -> consent.path("decision").asString()),
                        json.path("violations").values().stream()
                                .map(fault -> fault.path("path").asString() + " "
                                        + fault.path("code").asString()))
                .flatMap(codes -> codes)
                .distinct()
                .toList();
    }
}
