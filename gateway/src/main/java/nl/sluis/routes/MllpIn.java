package nl.sluis.routes;

import java.util.Optional;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.partners.hl7v2.Hl7v2Adapter;
import nl.sluis.submit.PartnerChannel;
import org.apache.camel.RoutesBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes messages of HL7 version 2 that come over a connection, and says what to answer. Nothing is acknowledged before what was
 * decided about it is kept; whoever hears no answer sends it again, and gets the first.
 */
final class MllpIn implements ChannelIn {

    private final Channel channel;
    private final PartnerChannel.Mllp settings;
    private final MllpCallers callers;
    private final Reading reading;
    private final ChannelState state;

    /**
     * What is done with a message.
     *
     * @param largest bytes of one that is read
     */
    record Reading(Taking taking, int largest) {}

    MllpIn(Channel channel, PartnerChannel.Mllp settings, MllpCallers callers, Reading reading, ChannelState state) {
        this.channel = channel;
        this.settings = settings;
        this.callers = callers;
        this.reading = reading;
        this.state = state;
    }

    /** The channel. */
    Channel channel() {
        return channel;
    }

    /** Where it listens. */
    PartnerChannel.Mllp settings() {
        return settings;
    }

    /** Who may send. */
    MllpCallers callers() {
        return callers;
    }

    /** Bytes of a message that is read. */
    int largest() {
        return reading.largest();
    }

    @Override
    public ChannelState state() {
        return state;
    }

    @Override
    public RoutesBuilder route() {
        return new MllpRoute(this);
    }

    /**
     * Takes one message.
     *
     * @param address from which it came
     * @return the acknowledgement; empty when whoever sent it may not, and is answered nothing
     */
    Optional<byte[]> take(byte[] message, String address) {
        if (!callers.admits(address)) {
            state.took(ChannelState.Outcome.REFUSED);
            return Optional.empty();
        }
        if (message.length > reading.largest()) {
            state.took(ChannelState.Outcome.REFUSED);
            return Optional.of(refused(message, "TOO_LARGE", "The message is larger than is read."));
        }
        try {
            return Optional.of(submit(message));
        } catch (DataAccessException | TransactionException e) {
            state.is(Trouble.DATABASE_AWAY);
            return Optional.of(notNow(message));
        }
    }

    /** The answer to a message that went wrong in a way that nobody thought of. */
    byte[] unexpected(byte[] message, Throwable thrown) {
        state.unexpected(thrown);
        return notNow(message);
    }

    /** A frame that was cut off: it gets no answer, and whoever sent it sends it again. */
    void broken() {
        state.took(ChannelState.Outcome.REFUSED);
    }

    private byte[] submit(byte[] message) {
        String number =
                Hl7v2Adapter.number(reading.taking().document(channel, message)).orElse(null);
        Optional<Answer> answer = reading.taking().take(channel, message, number);
        if (answer.isEmpty()) {
            state.is(Trouble.TOO_MUCH);
            return notNow(message);
        }
        state.took(answer.get().decided() ? ChannelState.Outcome.DECIDED : ChannelState.Outcome.REFUSED);
        return answer.get().payload().bytes();
    }

    private byte[] notNow(byte[] message) {
        return refused(message, "NOT_NOW", "It cannot be taken now; send it again later.");
    }

    private byte[] refused(byte[] message, String code, String text) {
        return reading.taking()
                .refuse(channel, message, new Violation("/", code, text))
                .payload()
                .bytes();
    }
}
