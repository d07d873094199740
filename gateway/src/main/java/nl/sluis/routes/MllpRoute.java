package nl.sluis.routes;

import java.util.Objects;
import java.util.stream.Stream;
import nl.sluis.submit.PartnerChannel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mllp.MllpComponent;
import org.apache.camel.component.mllp.MllpConstants;
import org.apache.camel.component.mllp.MllpEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/** Listens on a port for the Minimal Lower Layer Protocol (HL7, transport specification MLLP release 1) and answers each message. */
final class MllpRoute extends RouteBuilder {

    /** Memory for one frame, as a multiple of what is read: what is somewhat too large gets its answer, what has no end is read no further. */
    private static final int FRAME = 2;

    private static final int SMALLEST_FRAME = 8_192;

    private final MllpIn mllp;

    MllpRoute(MllpIn mllp) {
        this.mllp = mllp;
    }

    @Override
    public void configure() {
        onException(Exception.class).logExhausted(false).handled(true).process(this::unexpected);
        // Of all channels of this Camel; what it would show of a message is shown nowhere
        getContext().getComponent("mllp", MllpComponent.class).setLogPhi(false);
        MllpEndpoint endpoint = getContext().getEndpoint(address(), MllpEndpoint.class);
        endpoint.setExceptionHandler(new Broken(mllp));
        if (mllp.callers() instanceof MllpCallers.Certified certified) {
            endpoint.setSslContextParameters(new MllpTls(certified.ports()));
        }
        from(endpoint).routeId(mllp.channel().name()).process(this::take);
    }

    private void take(Exchange exchange) {
        String address = Objects.requireNonNullElse(
                exchange.getIn().getHeader(MllpConstants.MLLP_REMOTE_ADDRESS, String.class), "");
        mllp.take(bytes(exchange), address).ifPresentOrElse(answer -> answer(exchange, answer), () -> {
            exchange.setProperty(MllpConstants.MLLP_RESET_CONNECTION_BEFORE_SEND, true);
            answer(exchange, new byte[0]);
        });
    }

    private void unexpected(Exchange exchange) {
        Throwable thrown = Objects.requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        answer(exchange, mllp.unexpected(bytes(exchange), thrown));
    }

    private static byte[] bytes(Exchange exchange) {
        return Objects.requireNonNull(exchange.getIn().getBody(byte[].class));
    }

    private static void answer(Exchange exchange, byte[] acknowledgement) {
        exchange.setProperty(MllpConstants.MLLP_ACKNOWLEDGEMENT, acknowledgement);
    }

    // Bytes go to the adapter as they came: it knows the character sets of MSH-18, and Camel would guess
    private String address() {
        PartnerChannel.Mllp settings = mllp.settings();
        long frame = Math.clamp((long) FRAME * mllp.largest(), SMALLEST_FRAME, Integer.MAX_VALUE - SMALLEST_FRAME);
        return "mllp:" + settings.host() + ":" + settings.port() + "?"
                + String.join(
                        "&",
                        Stream.of(
                                        "autoAck=false",
                                        "bridgeErrorHandler=false",
                                        "hl7Headers=false",
                                        "stringPayload=false",
                                        "validatePayload=false",
                                        "requireEndOfData=true",
                                        "maxConcurrentConsumers=" + settings.connections(),
                                        "idleTimeout=" + settings.idle().toMillis(),
                                        "maxBufferSize=" + frame)
                                .toList());
    }

    /** Camel tells here of frames that do not come to the route; its messages may quote them, so that they are left where they are. */
    private record Broken(MllpIn mllp) implements ExceptionHandler {

        @Override
        public void handleException(Throwable thrown) {
            mllp.broken();
        }

        @Override
        public void handleException(@Nullable String message, Throwable thrown) {
            mllp.broken();
        }

        @Override
        public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable thrown) {
            mllp.broken();
        }
    }
}
