package nl.sluis.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.canonical.Capacity;
import nl.sluis.canonical.ConsentDecision;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonIdentifier;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Purpose;
import nl.sluis.demo.Neighbourhood.Member;

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

    /** A copy of the own consent of somebody with that number: the discloser may send observations to the team. */
    static ConsentNews.Copy consentCopy(OrganisationId keeper, OrganisationId discloser, String bsn) {
        PersonRef pupil = new PersonRef("p1");
        return new ConsentNews.Copy(
                new MessageId(UUID.randomUUID()),
                keeper,
                new ConsentRecord(
                        UUID.randomUUID().toString(),
                        pupil,
                        Capacity.SELF,
                        Set.of(pupil),
                        discloser,
                        Set.of(new OrganisationId(Member.WIJKTEAM.organisation())),
                        Set.of(Purpose.YOUTH_SUPPORT),
                        Set.of(DataCategory.IDENTITY, DataCategory.OBSERVATION),
                        Set.of(LifeDomain.LGZ),
                        ConsentDecision.GIVEN,
                        null,
                        null,
                        Instant.parse("2026-11-01T09:00:00Z"),
                        null,
                        "formulier"),
                Set.of(),
                List.of(new ConsentNews.KnownAs(pupil, new PersonIdentifier(PersonIdentifier.BSN, bsn))),
                Instant.now());
    }
}
