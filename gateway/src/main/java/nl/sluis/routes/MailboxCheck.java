package nl.sluis.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.sluis.submit.PartnerMailbox;
import org.jspecify.annotations.Nullable;

/** What the settings of a mailbox have to be like; nothing is opened or connected. */
final class MailboxCheck {

    private static final int MOST_PORTS = 65_535;

    private MailboxCheck() {}

    /**
     * @param key of the settings, with a dot behind it
     * @throws IllegalStateException naming the key at fault
     */
    static void require(PartnerMailbox mail, String key) {
        port(mail.imap(), key + "imap.");
        port(mail.smtp(), key + "smtp.");
        Channel.require(
                !mail.imap().startTls(), key + "imap.start-tls: a mailbox is read over TLS from the first byte");
        readable(mail.passwordFile(), key + "password-file");
        readable(mail.trust(), key + "trust");
        readable(mail.certificate(), key + "certificate");
        readable(mail.key(), key + "key");
        List<Path> partner = mail.partner().certificates();
        for (int i = 0; i < partner.size(); i++) {
            readable(partner.get(i), key + "partner.certificates[" + i + "]");
        }
        Channel.require(Channel.within(mail.every()), key + "every: is not between 100 ms and a day");
        Channel.require(
                !mail.address().equalsIgnoreCase(mail.partner().address()),
                key + "partner.address: is that of the mailbox itself");
    }

    private static void readable(@Nullable Path file, String key) {
        Channel.require(file == null || Files.isReadable(file), key + ": is no file that the node may read");
    }

    private static void port(PartnerMailbox.Server server, String key) {
        Channel.require(server.port() > 0 && server.port() <= MOST_PORTS, key + "port: is no port");
    }
}
