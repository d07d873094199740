package nl.sluis.policyset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The cases of our own: each with why it is there and what is expected, reasoned from the case format and the law table. */
final class OwnCases {

    static final List<String> FILES = List.of(
            "outcomes",
            "givers",
            "boundaries",
            "scope",
            "third-persons",
            "profiles",
            "meldrecht",
            "advice",
            "other-bases",
            "family-present",
            "second-reader-givers",
            "second-reader-custody",
            "second-reader-ages",
            "second-reader-records",
            "second-reader-items",
            "second-reader-parents-must-not-know",
            "second-reader-report",
            "second-reader-no-basis",
            "second-reader-arrears",
            "second-reader-supervision",
            "second-reader-raad-and-others",
            "second-reader-profile-matrix",
            "second-reader-feedback",
            "second-reader-order",
            "second-reader-faults");

    private OwnCases() {}

    record OwnCase(String why, JsonNode question, JsonNode expect) {

        String id() {
            return question.get("id").stringValue();
        }
    }

    static Stream<OwnCase> all() {
        return FILES.stream().flatMap(OwnCases::of);
    }

    private static Stream<OwnCase> of(String file) {
        try (InputStream in = Objects.requireNonNull(OwnCases.class.getResourceAsStream("/cases/" + file + ".json"))) {
            return CaseJson.mapper()
                    .readTree(in.readAllBytes())
                    .valueStream()
                    .map(node -> new OwnCase(node.get("why").stringValue(), node.get("case"), node.get("expect")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
