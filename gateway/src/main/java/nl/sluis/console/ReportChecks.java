package nl.sluis.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/** Whether the answers of a page will do; each fault names its field, never what was in it. */
final class ReportChecks {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int OLDEST = 100;
    private static final int LONGEST_PREFIX = 40;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,59}");
    private static final Pattern BSN = Pattern.compile("[0-9]{9}");
    private static final Set<String> FUNCTIONS =
            Set.of("INTERN_BEGELEIDER", "LEERKRACHT", "AANDACHTSFUNCTIONARIS", "OTHER");

    private final ReportAnswers answers;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    private ReportChecks(ReportAnswers answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    /**
     * What is wrong with an answer.
     *
     * @param field where; empty for the report as a whole
     * @param text key of the text that says so
     */
    public record Fault(String field, String text) {}

    /**
     * The faults of one page.
     *
     * @param recipient sort of the organisation that is named; null when none of the choices is
     */
    static List<Fault> of(
            ReportStep step, ReportAnswers answers, LocalDate today, @Nullable OrganisationType recipient) {
        ReportChecks checks = new ReportChecks(answers, today);
        switch (step) {
            case CHILD -> checks.child();
            case ADULTS -> checks.adults();
            case SEEN -> checks.seen();
            case TALKS -> checks.talks();
            case SENDING -> checks.sending(recipient);
            case CHECK -> {}
        }
        checks.lengths(step);
        return List.copyOf(checks.faults);
    }

    private void child() {
        required("given");
        required("family");
        required("birth");
        day("birth");
        required("number");
        number("number");
        String bsn = answers.get("bsn");
        if (!bsn.isEmpty() && !(BSN.matcher(bsn).matches() && new Bsn(bsn).passesElevenTest())) {
            add("bsn", "report.fault.bsn");
        }
    }

    private void adults() {
        Set<String> seen = new HashSet<>(Set.of(answers.get("number")));
        for (String adult : List.of("adult1", "adult2", "adult3")) {
            boolean named = answers.has(adult + "given") || answers.has(adult + "family");
            if (!named && (answers.has(adult + "number") || answers.has(adult + "prefix"))) {
                add(adult + "family", "report.fault.adult");
            }
            if (named) {
                oneOf(
                        adult + "role",
                        List.of(HouseholdRole.values()).stream()
                                .map(Enum::name)
                                .filter(role -> !role.equals("CHILD"))
                                .toList());
            }
            number(adult + "number");
            if (answers.has(adult + "number") && !seen.add(answers.get(adult + "number"))) {
                add(adult + "number", "report.fault.twice");
            }
        }
    }

    private void seen() {
        oneOf("domain", List.of(LifeDomain.values()).stream().map(Enum::name).toList());
        required("facts");
        day("factsOn");
    }

    private void talks() {
        day("parentsOn");
        day("childOn");
    }

    private void sending(@Nullable OrganisationType recipient) {
        if (recipient == null) {
            add("recipient", "report.fault.choose");
        }
        oneOf("function", List.copyOf(FUNCTIONS));
        oneOf("urgency", List.of(Urgency.values()).stream().map(Enum::name).toList());
        oneOf("feedback", List.of("yes", "no"));
    }

    private void lengths(ReportStep step) {
        for (String field : step.fields()) {
            int longest = ReportAnswers.LONG.contains(field)
                    ? LONGEST_TEXT
                    : field.endsWith("refix") ? LONGEST_PREFIX : LONGEST_NAME;
            if (answers.get(field).length() > longest) {
                add(field, "report.fault.long");
            }
        }
    }

    private void required(String field) {
        if (!answers.has(field)) {
            add(field, "report.fault.required");
        }
    }

    private void oneOf(String field, List<String> choices) {
        if (!choices.contains(answers.get(field))) {
            add(field, "report.fault.choose");
        }
    }

    private void number(String field) {
        if (answers.has(field) && !NUMBER.matcher(answers.get(field)).matches()) {
            add(field, "report.fault.number");
        }
    }

    private void day(String field) {
        if (!answers.has(field)) {
            return;
        }
        if (answers.date(field).isEmpty()) {
            add(field, "report.fault.date");
        } else if (answers.date(field).get().isAfter(today)) {
            add(field, "report.fault.future");
        } else if (answers.date(field).get().isBefore(today.minusYears(OLDEST))) {
            add(field, "report.fault.date");
        }
    }

    private void add(String field, String text) {
        faults.add(new Fault(field, text));
    }
}
