package nl.sluis.brp;

import nl.sluis.adapter.Payload;
import nl.sluis.canonical.Bsn;

/** The register, as far as it is asked. */
interface Brp {

    /** What came of asking. */
    sealed interface Response {

        /** The register answered with content. */
        record Content(Payload payload) implements Response {}

        /**
         * It did not.
         *
         * @param code a code of docs/partners/registers.md
         */
        record None(String code) implements Response {}
    }

    /** Asks once for the custody of one person. */
    Response custodyOf(Bsn number);
}
