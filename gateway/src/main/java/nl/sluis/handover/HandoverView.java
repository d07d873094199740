package nl.sluis.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.sluis.household.Entry;
import org.jspecify.annotations.Nullable;

/** A handover in an answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandoverView(
        UUID id,
        String origin,
        String sender,
        Instant handedOver,
        Standing.State state,
        Standing.Owner owner,
        boolean confirmedHere,
        boolean confirmedThere,
        int attempts,
        @Nullable String contact,
        @Nullable String notVoluntary,
        List<String> conditions,
        List<Done> acts) {

    /** Something that was done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            Act.Type type,
            boolean theirs,
            String person,
            LocalDate on,
            @Nullable ContactForm form,
            @Nullable String text) {}

    static HandoverView of(Entry<Origin> origin, List<Act> acts) {
        Standing standing = Standing.of(acts);
        return new HandoverView(
                origin.id(),
                Origin.VEILIG_THUIS,
                origin.content().sender(),
                origin.at(),
                standing.state(),
                standing.owner(),
                standing.ours(),
                standing.theirs(),
                standing.attempts(),
                origin.content().contact(),
                origin.content().notVoluntary(),
                origin.content().conditions(),
                acts.stream()
                        .map(act -> new Done(act.type(), act.theirs(), act.person(), act.on(), act.form(), act.text()))
                        .toList());
    }
}
