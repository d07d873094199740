package nl.sluis.routes;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import nl.sluis.submit.PartnerMailbox;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Connections to the mail servers of a mailbox: over TLS with a certificate that is trusted and names the server, or not at all. */
final class MailServers {

    private static final String MILLISECONDS = "30000";

    private final PartnerMailbox mailbox;
    private final String password;

    private MailServers(PartnerMailbox mailbox, String password) {
        this.mailbox = mailbox;
        this.password = password;
    }

    /**
     * Reads the password; connects to nothing yet.
     *
     * @throws IllegalStateException naming the setting whose file cannot be used
     */
    static MailServers of(PartnerMailbox mailbox, String key) {
        try {
            return new MailServers(
                    mailbox, Files.readString(mailbox.passwordFile()).strip());
        } catch (IOException e) {
            throw new IllegalStateException(key + "password-file: this file cannot be used", e);
        }
    }

    String password() {
        return password;
    }

    /** For reading and for sending. */
    Session session(List<String> versions) {
        Properties settings = new Properties();
        String protocols = String.join(" ", versions);
        SSLSocketFactory sockets = sockets(mailbox.trust());
        settings.put("mail.mime.parameters.strict", "true");
        tls(settings, "mail.imaps.", protocols, sockets);
        tls(settings, "mail." + sending() + ".", protocols, sockets);
        settings.put("mail.imaps.ssl.enable", "true");
        String smtp = "mail." + sending() + ".";
        if (mailbox.smtp().startTls()) {
            settings.put(smtp + "starttls.enable", "true");
            settings.put(smtp + "starttls.required", "true");
        } else {
            settings.put(smtp + "ssl.enable", "true");
        }
        settings.put(smtp + "auth", "true");
        settings.put("mail.transport.protocol", sending());
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(mailbox.user(), password);
            }
        });
    }

    /** The name of the protocol that sends. */
    String sending() {
        return mailbox.smtp().startTls() ? "smtp" : "smtps";
    }

    private static void tls(Properties settings, String prefix, String protocols, SSLSocketFactory sockets) {
        settings.put(prefix + "ssl.socketFactory", sockets);
        settings.put(prefix + "ssl.protocols", protocols);
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "socketFactory.fallback", "false");
        settings.put(prefix + "connectiontimeout", MILLISECONDS);
        settings.put(prefix + "timeout", MILLISECONDS);
        settings.put(prefix + "writetimeout", MILLISECONDS);
    }

    private static SSLSocketFactory sockets(@Nullable Path trust) {
        if (trust == null) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        return SslBundle.of(new PemSslStoreBundle(
                        null, PemSslStoreDetails.forCertificate(trust.toUri().toString())))
                .createSslContext()
                .getSocketFactory();
    }
}
