package nl.sluis.access;

import nl.sluis.directory.Partner;

/** Who calls. */
public sealed interface Caller {

    /** An information system of the own organisation, known by its certificate. */
    record OwnSystem(String certificateHash) implements Caller {}

    /** The node of another organisation, known by the OIN in its certificate. */
    record Node(Partner partner) implements Caller {}

    /** A person in a browser in demo mode, who opened the entry address. */
    record DemoVisitor() implements Caller {}
}
