package nl.sluis.outbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.MessageJson;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.SealRecipient;
import nl.sluis.seal.Sealer;

/**
 * Takes a fresh look at whatever is to be sent.
 *
 * @param afresh decide about a message, or make a copy of a consent, and seal it
 * @param plain seals what was said once
 */
record Preparing(List<Preparation> afresh, PlainSealing plain) {

    Prepared prepare(Outgoing outgoing) {
        return afresh.stream()
                .filter(preparation -> preparation.prepares(outgoing.form()))
                .findFirst()
                .map(preparation -> preparation.prepare(outgoing))
                .orElseGet(() -> plain.prepare(outgoing));
    }

    /** Seals what says nothing about a person, and so needs no permit: receipts, notices of withdrawal, cancellations, word on consents. */
    record PlainSealing(Directory directory, Sealer sealer) {
        Prepared prepare(Outgoing outgoing) {
            return directory
                    .find(outgoing.recipient())
                    .<Prepared>map(partner ->
                            new Prepared.Ready(seal(outgoing, partner), partner, new byte[0], Set.of(), Map.of()))
                    .orElseGet(() -> unaddressable(outgoing));
        }

        private Prepared unaddressable(Outgoing outgoing) {
            if (directory.lapsed(outgoing.recipient())) {
                throw new IllegalStateException("no endpoint or certificate of the recipient holds today");
            }
            boolean ended = directory.ended(outgoing.recipient()).isPresent();
            return new Prepared.Parked(
                    MessageState.FAILED, new byte[0], ended ? "RECIPIENT_ENDED" : "UNKNOWN_RECIPIENT");
        }

        private Envelope seal(Outgoing outgoing, Partner partner) {
            SealRecipient to = partner.sealTo();
            return switch (outgoing.form()) {
                case NOTICE -> sealer.seal(MessageJson.readNotice(outgoing.content()), to);
                case CANCELLATION -> sealer.seal(MessageJson.readCancellation(outgoing.content()), to);
                case CONSENT_WORD, CONSENT_QUESTION -> sealer.seal(MessageJson.readNews(outgoing.content()), to);
                case RECEIPT -> sealer.seal(MessageJson.readReceipt(outgoing.content()), to);
                case MESSAGE, CONSENT_COPY -> throw new IllegalStateException("is prepared afresh");
            };
        }
    }
}
