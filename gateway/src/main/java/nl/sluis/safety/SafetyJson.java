package nl.sluis.safety;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import org.jspecify.annotations.Nullable;

/** Reads what somebody records about safety. */
final class SafetyJson {

    private SafetyJson() {}

    /**
     * An estimate, or that none was made.
     *
     * @param named whom it is about; nobody for every child
     * @param of makes it for one of them
     */
    record Stated(Set<UUID> named, Function<UUID, Estimate> of) {}

    static Reading<Stated> estimate(byte[] body, Set<Instrument> choice, LocalDate today) {
        StrictJson json = StrictJson.of(body).require("on", "maker");
        Set<UUID> members = json.set("members", "NOT_A_MEMBER", "The id of a member is expected", UUID::fromString);
        LocalDate on = json.date("on");
        if (on != null && on.isAfter(today)) {
            json.fault("on", "IN_THE_FUTURE", "This day has yet to come");
        }
        String maker = json.text("maker");
        Function<UUID, Estimate> made = made(json, choice, on, maker);
        Function<UUID, Estimate> not = notMade(json, on, maker);
        // Never blank: one of the two is said, and not both
        if (json.has("made") == json.has("notMade")) {
            json.fault("made", "ONE_OF", "Either made or notMade is expected, never neither");
        }
        return json.result(() -> new Stated(members, Objects.requireNonNull(made == null ? not : made)));
    }

    private static @Nullable Function<UUID, Estimate> made(
            StrictJson json, Set<Instrument> choice, @Nullable LocalDate on, @Nullable String maker) {
        StrictJson made = json.object("made");
        if (made == null) {
            return null;
        }
        made.require("instrument", "judgement", "weight", "sources", "seen");
        Instrument instrument = made.code("instrument", Instrument.class);
        if (instrument != null && !choice.contains(instrument)) {
            made.fault("instrument", "NOT_LISTED", "This instrument is not in use here");
        }
        Judgement judgement = made.code("judgement", Judgement.class);
        Weight weight = made.code("weight", Weight.class);
        Set<RiskMarker> markers = made.codes("markers", RiskMarker.class);
        Set<Source> sources = made.codes("sources", Source.class);
        if (made.has("sources") && sources.isEmpty()) {
            made.fault("sources", "MISSING", "An estimate rests on a source at least");
        }
        String seen = made.prose("seen");
        return member -> new Estimate.Made(
                member,
                Objects.requireNonNull(on),
                Objects.requireNonNull(maker),
                Objects.requireNonNull(instrument),
                Objects.requireNonNull(judgement),
                Objects.requireNonNull(weight),
                markers,
                sources,
                Objects.requireNonNull(seen));
    }

    private static @Nullable Function<UUID, Estimate> notMade(
            StrictJson json, @Nullable LocalDate on, @Nullable String maker) {
        StrictJson not = json.object("notMade");
        if (not == null) {
            return null;
        }
        not.require("reason", "why");
        NotMadeReason reason = not.code("reason", NotMadeReason.class);
        String why = not.prose("why");
        return member -> new Estimate.NotMade(
                member,
                Objects.requireNonNull(on),
                Objects.requireNonNull(maker),
                Objects.requireNonNull(reason),
                Objects.requireNonNull(why));
    }

    static Reading<Source> source(byte[] body) {
        StrictJson json = StrictJson.of(body).require("source");
        Source source = json.code("source", Source.class);
        return json.result(() -> Objects.requireNonNull(source));
    }
}
