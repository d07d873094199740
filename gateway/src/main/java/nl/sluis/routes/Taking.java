package nl.sluis.routes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.access.Acting;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.submit.Reception;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands what a channel brought to the edge of the path, as the system that the channel stands for, and puts the reply in words. */
@Component
final class Taking {

    /** What it stands for; {@code POST /v1/batches} is for the same roles. */
    static final String CALL = "/v1/messages";

    private final Acting acting;
    private final Reception reception;
    private final Clock clock;

    Taking(Acting acting, Reception reception, Clock clock) {
        this.acting = acting;
        this.reception = reception;
        this.clock = clock;
    }

    /**
     * Submits a document; when this returns, what was decided about it is kept.
     *
     * @param number by which its sender knows it again; null when its content says that
     * @return the answer; empty when its system asks more than its share now: then nothing was looked at, and it may come again
     */
    Optional<Answer> take(Channel channel, byte[] content, @Nullable String number) {
        Payload document = document(channel, content);
        String source = "channel/" + channel.name();
        return acting.as(
                        channel.system(),
                        "POST",
                        CALL,
                        () -> reception.take(document, source, number, channel.recipient(), channel.english()))
                .map(reply -> Answer.to(document, reply, now()));
    }

    /** The answer to a document of which not one byte was looked at. */
    Answer refuse(Channel channel, Violation why) {
        return Answer.unread(channel.mediaType(), why, reception.problem(List.of(why)), now());
    }

    /** The answer to a document that was read, and is not submitted. */
    Answer refuse(Channel channel, byte[] content, Violation why) {
        return Answer.refused(document(channel, content), why, reception.problem(List.of(why)), now());
    }

    /** What came, as what the channel says that it is. */
    Payload document(Channel channel, byte[] content) {
        return new Payload(channel.mediaType(), content);
    }

    private Instant now() {
        return clock.instant();
    }
}
