package nl.sluis.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** The samples that come with the product, and small bodies for the registers. */
final class Samples {

    static final String CONCERN = "application/json;profile=school-concern";

    private Samples() {}

    static String of(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IOException("there is no sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A concern about a pupil who is old enough to consent, with that text. */
    static String concern(String pupil, String text) {
        return """
                {"persons": [{"ref": "%s", "role": "CHILD", "given": "Iris", "family": "Zomer", "birthDate": "2008-05-04"}],
                 "concerns": [{"id": "sleep", "about": "%s", "lifeDomain": "LGZ", "assertionType": "OBSERVED",
                               "text": "%s", "mandatory": true}]}""".formatted(pupil, pupil, text);
    }

    static String person(String birthDate) {
        return "{\"birthDate\": \"%s\", \"capable\": true}".formatted(birthDate);
    }

    /** The own consent of a pupil to send concerns to the team. */
    static String consent(String pupil, LocalDate until) {
        return """
                {"giver": "%s", "capacity": "SELF", "subjects": ["%s"], "recipients": ["wijkteam-noord"],
                 "purposes": ["YOUTH_SUPPORT"], "categories": ["IDENTITY", "OBSERVATION"], "lifeDomains": ["LGZ"],
                 "decision": "GIVEN", "from": "%s", "until": "%s", "evidence": "formulier-%s"}""".formatted(pupil, pupil, until.minusMonths(6), until, pupil);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    }
}
