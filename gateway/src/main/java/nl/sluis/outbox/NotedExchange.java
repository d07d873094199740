package nl.sluis.outbox;

import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;

/** Notes what is offered before it is offered, and believes no acceptance of anything else. */
record NotedExchange(Exchange exchange, Attempts attempts) implements Exchange {

    /** The partner's node signed for an envelope that was never offered to it. */
    static final String OTHER_ENVELOPE = "ACCEPTANCE_OF_OTHER_ENVELOPE";

    @Override
    public Answer give(Outgoing outgoing, Envelope envelope, Partner partner) {
        String contentHash = envelope.contentHash();
        if (contentHash == null) {
            throw new IllegalArgumentException("an envelope that this node did not seal");
        }
        attempts.note(envelope, contentHash);
        Answer answer = exchange.give(outgoing, envelope, partner);
        return switch (answer) {
            case Answer.Accepted accepted ->
                attempts.offered(outgoing.sender(), outgoing.id(), accepted.envelopeHash())
                        ? answer
                        : new Answer.Unreachable(OTHER_ENVELOPE);
            case Answer.Unreachable unreachable
            when unreachable.code().equals(ExchangeClient.NOTHING_SENT) -> {
                attempts.forget(envelope);
                yield answer;
            }
            default -> answer;
        };
    }
}
