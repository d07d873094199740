package nl.sluis.policy.rules;

import java.util.ArrayList;
import java.util.List;

/** Whether the table of givers (law table 3.2) and the permits on consent are in step. */
final class ConsentProofs {

    private final Boxes boxes;

    ConsentProofs(Boxes boxes) {
        this.boxes = boxes;
    }

    /** Counter-examples: the table of givers asks somebody, and a permit holds without him. */
    List<String> withoutNeededConsent() {
        List<String> counter = new ArrayList<>();
        for (Rule require : boxes.rules(Effect.REQUIRE)) {
            for (String giver : require.words().names()) {
                Integer agreed = boxes.vocabulary().position(giver + "-akkoord");
                Integer no = boxes.vocabulary().value(giver + "-akkoord", "nee");
                if (agreed == null || no == null) {
                    counter.add("geen feit %s-akkoord met de waarde nee".formatted(giver));
                } else {
                    boxes.permitted(consent(require.box()).with(agreed, 1L << no))
                            .forEach(box -> counter.add("mag " + boxes.describe(box)));
                }
            }
        }
        return counter;
    }

    /** Counter-examples: something may go on consent, and the table of givers asks nobody. */
    List<String> nobodyAsked() {
        List<Box> asked = boxes.rules(Effect.REQUIRE).stream().map(Rule::box).toList();
        return boxes.permits().stream()
                .map(this::consent)
                .filter(box -> !box.isEmpty())
                .flatMap(box -> boxes.cover().all(box, boxes.blocks()).stream())
                .flatMap(box -> boxes.cover().first(box, asked).stream())
                .map(box -> "mag " + boxes.describe(box))
                .toList();
    }

    private Box consent(Box box) {
        Integer ground = boxes.vocabulary().position("grondslag");
        Integer consent = boxes.vocabulary().value("grondslag", "CONSENT");
        return ground == null || consent == null ? box : box.with(ground, box.mask(ground) & (1L << consent));
    }
}
