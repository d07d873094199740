package nl.sluis.outbox;

import java.util.Map;
import java.util.Set;
import nl.sluis.adapter.MessageJson;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;
import nl.sluis.seal.Sealer;

/**
 * Takes a fresh look at whatever is to be sent.
 *
 * @param messages decides about a message and seals it
 * @param plain seals what needs no decision
 */
record Preparing(Preparation messages, PlainSealing plain) {

    Prepared prepare(Outgoing outgoing) {
        return outgoing.form() == Outgoing.Form.MESSAGE ? messages.prepare(outgoing) : plain.prepare(outgoing);
    }

    /** Seals what says nothing about a person, and so needs no permit: receipts and notices of withdrawal. */
    record PlainSealing(Directory directory, Sealer sealer) {
        Prepared prepare(Outgoing outgoing) {
            return directory
                    .find(outgoing.recipient())
                    .<Prepared>map(partner ->
                            new Prepared.Ready(seal(outgoing, partner), partner, new byte[0], Set.of(), Map.of()))
                    .orElseGet(() -> new Prepared.Parked(MessageState.FAILED, new byte[0], "UNKNOWN_RECIPIENT"));
        }

        private Envelope seal(Outgoing outgoing, Partner partner) {
            return outgoing.form() == Outgoing.Form.NOTICE
                    ? sealer.seal(MessageJson.readNotice(outgoing.content()), partner.sealCertificate())
                    : sealer.seal(MessageJson.readReceipt(outgoing.content()), partner.sealCertificate());
        }
    }
}
