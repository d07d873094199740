package nl.sluis.attachment;

/**
 * How much a partner may bring.
 *
 * @param largest bytes of one attachment
 * @param perMessage attachments of one message
 * @param perPartner bytes that wait and belong to no delivered message
 */
record ArrivalLimits(long largest, int perMessage, long perPartner) {}
