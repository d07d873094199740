package nl.sluis.path;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.llp.LLPException;
import ca.uhn.hl7v2.llp.MinLowerLayerProtocol;
import ca.uhn.hl7v2.util.StandardSocketFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A system that sends HL7 version 2 by HAPI, over TLS or without. */
final class MllpPeer implements AutoCloseable {

    private final HapiContext hapi = new DefaultHapiContext();
    private final Connection connection;

    MllpPeer(int port, @Nullable Tls tls) throws HL7Exception {
        hapi.setValidationContext(ValidationContextFactory.noValidation());
        // By the character set that the message names
        hapi.setLowerLayerProtocol(new MinLowerLayerProtocol(true));
        hapi.setSocketFactory(new StandardSocketFactory() {
            @Override
            public Socket createTlsSocket() throws IOException {
                return tls == null
                        ? super.createTlsSocket()
                        : tls.context().getSocketFactory().createSocket();
            }
        });
        connection = hapi.newClient("localhost", port, tls != null);
        connection.getInitiator().setTimeout(30, TimeUnit.SECONDS);
    }

    /** The acknowledgement of a message. */
    String send(String message) throws HL7Exception, LLPException, IOException {
        return connection
                .getInitiator()
                .sendAndReceive(hapi.getGenericParser().parse(message))
                .encode();
    }

    @Override
    public void close() throws IOException {
        connection.close();
        hapi.close();
    }
}
