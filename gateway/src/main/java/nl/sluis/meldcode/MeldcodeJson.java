package nl.sluis.meldcode;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.sluis.custody.PersonReference;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import nl.sluis.policy.Informing;
import nl.sluis.policy.MeldcodeRecord;
import org.jspecify.annotations.Nullable;

/** Reads what is recorded in a meldcode case; the names are those of the case format. */
final class MeldcodeJson {

    private MeldcodeJson() {}

    /** A case to open. */
    record Opening(Set<PersonReference> subjects, MeldcodeEvent.Opened opened) {}

    static Reading<Opening> opening(byte[] body) {
        StrictJson json = StrictJson.of(body).require("subjects", "acute");
        Set<PersonReference> subjects =
                json.set("subjects", "REFERENCE", "A reference to a person is expected", PersonReference::new);
        Boolean acute = json.bool("acute");
        String responsible = json.text("responsible");
        if (json.has("subjects") && subjects.isEmpty()) {
            json.fault("subjects", "EMPTY", "At least one person is expected");
        }
        return json.result(
                () -> new Opening(subjects, new MeldcodeEvent.Opened(Objects.requireNonNull(acute), responsible)));
    }

    static Reading<MeldcodeEvent> step(byte[] body, int step, boolean acute, LocalDate today) {
        StrictJson json = StrictJson.of(body);
        if (json.has("skipped")) {
            return skipped(json, step, acute);
        }
        json.require("at", "actor");
        LocalDate at = past(json, "at", today);
        String actor = json.text("actor");
        return json.result(
                () -> new MeldcodeEvent.StepTaken(step, Objects.requireNonNull(at), Objects.requireNonNull(actor)));
    }

    private static Reading<MeldcodeEvent> skipped(StrictJson json, int step, boolean acute) {
        MeldcodeRecord.Skipped reason = json.code("skipped", MeldcodeRecord.Skipped.class);
        for (String field : new String[] {"at", "actor"}) {
            if (json.has(field)) {
                json.fault(field, "SKIPPED", "A step that was skipped has no day and no actor");
            }
        }
        if (reason != null && !maySkip(reason, step, acute)) {
            json.fault("skipped", "NOT_ALLOWED", "This step cannot be skipped for this reason in this case");
        }
        return json.result(() -> new MeldcodeEvent.StepSkipped(step, Objects.requireNonNull(reason)));
    }

    private static boolean maySkip(MeldcodeRecord.Skipped reason, int step, boolean acute) {
        return switch (reason) {
            case ACUTE -> acute && (step == 2 || step == 3);
            case SAFETY, UNREACHABLE -> step == 3;
        };
    }

    static Reading<MeldcodeEvent> weighing(byte[] body) {
        StrictJson json = StrictJson.of(body).require("outcome", "responsible");
        MeldcodeRecord.Weighing outcome = json.code("outcome", MeldcodeRecord.Weighing.class);
        String responsible = json.text("responsible");
        return json.result(
                () -> new MeldcodeEvent.Weighed(Objects.requireNonNull(outcome), Objects.requireNonNull(responsible)));
    }

    static Reading<MeldcodeEvent> informing(byte[] body, UUID person, LocalDate today) {
        StrictJson json = StrictJson.of(body).require("informed");
        Boolean informed = json.bool("informed");
        LocalDate at = past(json, "at", today);
        Informing.Manner manner = json.code("manner", Informing.Manner.class);
        Informing.NotInformed reason = json.code("reason", Informing.NotInformed.class);
        if (informed != null) {
            json.require(informed ? new String[] {"at", "manner"} : new String[] {"reason"});
            for (String field : informed ? new String[] {"reason"} : new String[] {"at", "manner"}) {
                if (json.has(field)) {
                    json.fault(field, "CONTRADICTION", "This field contradicts whether the person was informed");
                }
            }
        }
        return json.result(() -> Boolean.TRUE.equals(informed)
                ? new MeldcodeEvent.Informed(person, Objects.requireNonNull(at), Objects.requireNonNull(manner))
                : new MeldcodeEvent.NotInformed(person, Objects.requireNonNull(reason)));
    }

    static Reading<MeldcodeEvent> advice(byte[] body, LocalDate today) {
        StrictJson json = StrictJson.of(body).require("at");
        LocalDate at = past(json, "at", today);
        return json.result(() -> new MeldcodeEvent.AdviceAsked(Objects.requireNonNull(at)));
    }

    private static @Nullable LocalDate past(StrictJson json, String field, LocalDate today) {
        LocalDate date = json.date(field);
        if (date != null && date.isAfter(today)) {
            json.fault(field, "IN_THE_FUTURE", "This day has yet to come");
        }
        return date;
    }
}
