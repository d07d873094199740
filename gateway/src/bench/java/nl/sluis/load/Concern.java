package nl.sluis.load;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/** What a school's system says of pupils who are made up, each of a household of their own. */
final class Concern {

    /** How many pupils; messages go over them in turn. */
    static final int PUPILS = 500;

    /** Characters of one fact. */
    private static final int FACT = 1_000;

    private Concern() {}

    static String pupil(int number) {
        return "leerling-" + number % PUPILS;
    }

    /** Names that look like no other of them: half of what is compared would else be each other. */
    private static String family(int number) {
        long mixed = (number % PUPILS + 1) * 0x9E3779B97F4A7C15L;
        StringBuilder name = new StringBuilder("Van ");
        for (int i = 0; i < 6; i++) {
            name.append("bdfgklmnprst".charAt((int) Math.floorMod(mixed >> i * 8, 12L)));
            name.append("aeiou".charAt((int) Math.floorMod(mixed >> (i * 8 + 4), 5L)));
        }
        return name.toString();
    }

    private static String born(int number) {
        return LocalDate.of(2007, 1, 1).plusDays(number % PUPILS).toString();
    }

    static String person(int number) {
        return "{\"birthDate\": \"%s\", \"capable\": true}".formatted(born(number));
    }

    static String consent(int number, String recipient) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        return """
                {"giver": "%s", "capacity": "SELF", "subjects": ["%s"], "recipients": ["%s"],
                 "purposes": ["YOUTH_SUPPORT"], "categories": ["IDENTITY", "OBSERVATION", "PLANNING"], "lifeDomains": ["LGZ"],
                 "decision": "GIVEN", "from": "%s", "until": "%s", "evidence": "formulier"}""".formatted(pupil(number), pupil(number), recipient, today.minusDays(1), today.plusMonths(6));
    }

    /** In the format of a school's own system. */
    static byte[] message(int number, int kilobytes) {
        // Letters that no database makes smaller, the same in every run
        Random letters = new Random(number);
        StringBuilder concerns = new StringBuilder();
        for (int i = 0; i < Math.max(1, kilobytes); i++) {
            concerns.append(i == 0 ? "" : ",").append("""
                    {"id": "c%d", "about": "%s", "lifeDomain": "LGZ", "assertionType": "OBSERVED", "text": "%s", "mandatory": true}""".formatted(i, pupil(number), fact(letters)));
        }
        return """
                {"persons": [{"ref": "%s", "role": "CHILD", "given": "Kind%d", "family": "%s", "birthDate": "%s"}],
                 "concerns": [%s]}""".formatted(pupil(number), number % PUPILS, family(number), born(number), concerns)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String fact(Random letters) {
        StringBuilder fact = new StringBuilder(FACT);
        while (fact.length() < FACT) {
            fact.append(fact.length() % 7 == 6 ? ' ' : (char) ('a' + letters.nextInt(26)));
        }
        return fact.toString();
    }
}
