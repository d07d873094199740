package nl.sluis.outbox;

import nl.sluis.directory.Partner;
import nl.sluis.seal.Envelope;

/** How an envelope reaches a partner's node. */
interface Exchange {

    /** Gives it once, in a bounded time; never throws for what the other side or the network does. */
    Answer give(Outgoing outgoing, Envelope envelope, Partner partner);
}
