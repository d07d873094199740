package nl.sluis.policyset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseJsonTest {

    private static final String CASE = """
            {"id": "x", "at": "2026-11-22T10:00:00+01:00",
             "sender": {"organisation": "de-wilgenhof", "type": "SCHOOL", "regime": "AVG", "role": "LEERKRACHT"},
             "recipient": {"organisation": "wijkteam-noord", "type": "WIJKTEAM"},
             "kind": "SIGNAL", "purpose": "YOUTH_SUPPORT", "basis": "CONSENT",
             "persons": [{"ref": "tom", "birthDate": "1992-03-01", "custody": {"type": "NONE_ADULT", "holders": []}}],
             "items": [{"id": "i1", "subject": "tom", "category": "OBSERVATION", "lifeDomain": "LGZ", "mandatory": true}],
             "consents": [{"giver": "tom", "capacity": "SELF", "subjects": ["tom"], "discloser": "de-wilgenhof",
               "recipients": ["wijkteam-noord"], "purposes": ["YOUTH_SUPPORT"], "categories": ["OBSERVATION"],
               "lifeDomains": ["LGZ"], "decision": "GIVEN", "from": "2026-09-01", "evidence": "form"}],
             "meldcode": {"steps": {"1": {"at": "2026-11-01", "actor": "joost"}}, "acute": false},
             "informing": [{"person": "tom", "informed": true}],
             "measures": [{"type": "OTS", "subject": "tom", "executor": "gi-oostrand"}],
             "withheldByProfessional": [], "parentsMustNotKnow": false}
            """;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("\"at\": \"2026-11-22T10:00:00+01:00\",", "", "/at REQUIRED"),
                fault("2026-11-22T10:00:00+01:00", "2026-11-22T10:00:00", "/at INVALID_DATE"),
                fault("2026-11-22T10:00:00+01:00", "2026-02-30T10:00:00+01:00", "/at INVALID_DATE"),
                fault("\"SCHOOL\"", "\"SKOOL\"", "/sender/type UNKNOWN_CODE"),
                fault("\"AVG\"", "\"GDPR\"", "/sender/regime UNKNOWN_CODE"),
                fault("\"role\"", "\"rol\"", "/sender/rol UNKNOWN_FIELD"),
                fault("\"purpose\"", "\"doel\"", "/doel UNKNOWN_FIELD"),
                fault("\"kind\": \"SIGNAL\",", "", "/kind REQUIRED"),
                fault("\"CONSENT\"", "\"consent\"", "/basis UNKNOWN_CODE"),
                fault("1992-03-01", "1992-02-30", "/persons/0/birthDate INVALID_DATE"),
                fault("1992-03-01", "1992-00-01", "/persons/0/birthDate INVALID_DATE"),
                fault("NONE_ADULT", "ADULT", "/persons/0/custody/type UNKNOWN_CODE"),
                fault(
                        "\"subject\": \"tom\", \"category\"",
                        "\"subject\": \"tim\", \"category\"",
                        "/items/0/subject UNKNOWN_PERSON"),
                fault("\"id\": \"i1\"", "\"id\": \" \"", "/items/0/id INVALID_VALUE"),
                fault("\"mandatory\": true", "\"mandatory\": \"true\"", "/items/0/mandatory WRONG_TYPE"),
                fault("\"lifeDomain\": \"LGZ\"", "\"lifeDomain\": \"LGB\"", "/items/0/lifeDomain UNKNOWN_CODE"),
                fault("[\"LGZ\"]", "[\"LGZ\", \"XXX\"]", "/consents/0/lifeDomains/1 UNKNOWN_CODE"),
                fault("[\"LGZ\"]", "\"LGZ\"", "/consents/0/lifeDomains WRONG_TYPE"),
                fault("\"2026-09-01\"", "\"2026-09-31\"", "/consents/0/from INVALID_DATE"),
                fault("\"evidence\"", "\"proof\"", "/consents/0/proof UNKNOWN_FIELD"),
                fault("{\"1\": {", "{\"6\": {", "/meldcode/steps/6 UNKNOWN_FIELD"),
                fault("2026-11-01", "01-11-2026", "/meldcode/steps/1/at INVALID_DATE"),
                fault(
                        "\"informed\": true",
                        "\"informed\": true, \"manner\": \"FAX\"",
                        "/informing/0/manner UNKNOWN_CODE"),
                fault("\"OTS\"", "\"UHP\"", "/measures/0/type UNKNOWN_CODE"),
                fault(
                        "\"withheldByProfessional\": []",
                        "\"withheldByProfessional\": [\"i9\"]",
                        "/withheldByProfessional UNKNOWN_ITEM"),
                fault("\"persons\": [", "\"persons\": [{\"ref\": \"tom\"}, ", "/persons/1/ref DUPLICATE"),
                fault(
                        "\"items\": [",
                        "\"items\": [{\"id\": \"i1\", \"subject\": \"tom\", \"category\": \"OPINION\"}, ",
                        "/items/1/id DUPLICATE"));
    }

    private static Arguments fault(String from, String to, String expected) {
        return Arguments.of(from, to, expected);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultNamesItsPlaceAndNeverTheValue(String from, String to, String expected) {
        assertThat(CASE).contains(from);
        int at = CASE.indexOf(from);
        String broken = CASE.substring(0, at) + to + CASE.substring(at + from.length());
        CaseJson.Read read = CaseJson.read(CaseJson.mapper().readTree(broken));
        assertThat(read).isInstanceOfSatisfying(CaseJson.Read.Faulty.class, faulty -> {
            assertThat(faulty.id()).isEqualTo("x");
            assertThat(faulty.errors().stream().map(error -> error.path() + " " + error.code()))
                    .contains(expected);
        });
    }

    @Test
    void aSoundCaseIsRead() {
        assertThat(CaseJson.read(CaseJson.mapper().readTree(CASE)))
                .isInstanceOfSatisfying(
                        CaseJson.Read.Case.class,
                        found -> assertThat(found.request().facts().consents())
                                .singleElement()
                                .satisfies(consent ->
                                        assertThat(consent.recordedAt()).isEqualTo("2026-08-31T22:00:00Z")));
    }

    @Test
    void nullMeansAbsent() {
        String nulls = CASE.replace("\"parentsMustNotKnow\": false", "\"parentsMustNotKnow\": null, \"arrears\": null");
        assertThat(CaseJson.read(CaseJson.mapper().readTree(nulls))).isInstanceOf(CaseJson.Read.Case.class);
    }

    @Test
    void whatIsNoObjectIsNoCase() {
        assertThat(CaseJson.read(CaseJson.mapper().readTree("42")))
                .isEqualTo(new CaseJson.Read.Faulty(null, java.util.List.of(new CaseError("", "WRONG_TYPE"))));
    }
}
