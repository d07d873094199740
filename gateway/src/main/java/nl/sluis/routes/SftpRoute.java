package nl.sluis.routes;

import java.util.Objects;
import nl.sluis.submit.PartnerChannel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Has {@link SftpIn} look on its server again and again, one look after the other; the connection to it ends with the routes. */
final class SftpRoute extends RouteBuilder {

    private final SftpIn sftp;
    private final SftpServer server;
    private final PartnerChannel.Sftp settings;

    SftpRoute(SftpIn sftp, SftpServer server, PartnerChannel.Sftp settings) {
        this.sftp = sftp;
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void configure() throws Exception {
        getContext().addService(server);
        onException(Exception.class)
                .logExhausted(false)
                .handled(true)
                .process(exchange -> sftp.state()
                        .unexpected(Objects.requireNonNull(
                                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))));
        String name = sftp.channel().name();
        from("timer:" + name + "?delay=0&period=" + settings.every().toMillis())
                .routeId(name)
                .process(exchange -> sftp.look());
    }
}
