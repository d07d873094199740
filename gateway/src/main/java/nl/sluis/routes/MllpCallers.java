package nl.sluis.routes;

import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import nl.sluis.tls.MutualPorts;

/** Who may send over the connections of a port. */
sealed interface MllpCallers {

    /** Whether what comes from this address may be looked at now. */
    boolean admits(String address);

    /**
     * Who shows the certificate of the system that the channel is for.
     *
     * @param ports which made the connections
     * @param system tells by a chain that was trusted; asked for each message, since a connection may outlive a certificate
     */
    record Certified(MutualPorts ports, Predicate<X509Certificate[]> system) implements MllpCallers {

        @Override
        public boolean admits(String address) {
            return ports.caller(address).filter(system).isPresent();
        }
    }

    /** Whatever runs on this machine: the port is on loopback. */
    record OfThisMachine() implements MllpCallers {

        @Override
        public boolean admits(String address) {
            return true;
        }
    }
}
