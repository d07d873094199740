package nl.sluis.policy;

import java.util.List;
import nl.sluis.canonical.PersonRef;

/** Supervision orders as facts, seen from the recipient (Jeugdwet art. 7.3.11 lid 4). */
final class MeasureFacts {

    private static final List<String> BEST_FIRST = List.of("loopt", "andere-uitvoerder", "geeindigd", "geen");

    private final Question question;

    MeasureFacts(Question question) {
        this.question = question;
    }

    /** The best that holds for anybody in the message. */
    String best() {
        List<String> found = question.request().items().stream()
                .map(RequestedItem::subject)
                .distinct()
                .flatMap(subject -> states(subject).stream())
                .toList();
        return BEST_FIRST.stream().filter(found::contains).findFirst().orElse("geen");
    }

    boolean running(PersonRef subject) {
        return states(subject).contains("loopt");
    }

    private List<String> states(PersonRef subject) {
        return question.facts().measures().stream()
                .filter(measure ->
                        measure.type() == Measure.Type.OTS && measure.subject().equals(subject))
                .map(this::state)
                .toList();
    }

    private String state(Measure measure) {
        if (measure.from() != null && measure.from().isAfter(question.day())) {
            return "geen";
        }
        if (measure.until() != null && measure.until().isBefore(question.day())) {
            return "geeindigd";
        }
        return measure.executor().equals(question.receiver()) ? "loopt" : "andere-uitvoerder";
    }
}
