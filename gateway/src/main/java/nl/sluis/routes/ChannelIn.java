package nl.sluis.routes;

import org.apache.camel.RoutesBuilder;

/** What takes the documents of one channel. */
interface ChannelIn {

    /** How it fares. */
    ChannelState state();

    /** What brings documents to it; made when the node starts. */
    RoutesBuilder route();
}
