package nl.sluis.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of a report, in their order, each with the names of its fields. */
public enum ReportStep {
    /** About which child. */
    CHILD(List.of("given", "prefix", "family", "birth", "number", "bsn")),
    /** Which adults have a say over the child. */
    ADULTS(Stream.of("1", "2", "3")
            .flatMap(each ->
                    Stream.of("given", "prefix", "family", "role", "number").map(part -> "adult" + each + part))
            .toList()),
    /** What was seen, and apart from it what the reporter thinks. */
    SEEN(List.of("domain", "facts", "factsOn", "worry")),
    /** What was said with parents and child, and done before. */
    TALKS(List.of("parents", "parentsOn", "child", "childOn", "steps", "stepsBy")),
    /** To whom, and how. */
    SENDING(List.of("recipient", "meldcode", "function", "urgency", "feedback", "harmful")),
    /** What will leave; nothing is asked. */
    CHECK(List.of());

    private final List<String> fields;

    ReportStep(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    /** The names of its fields. */
    public List<String> fields() {
        return fields;
    }

    /** Where "next" leads; the last one leads nowhere else. */
    ReportStep next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    /** The step of that name; empty when there is none. */
    static Optional<ReportStep> of(String name) {
        return Stream.of(values()).filter(step -> step.name().equals(name)).findFirst();
    }

    /** The step that asks for a field. */
    static Optional<ReportStep> asking(String field) {
        return Stream.of(values()).filter(step -> step.fields.contains(field)).findFirst();
    }
}
