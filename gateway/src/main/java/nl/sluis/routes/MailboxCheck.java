package nl.sluis.routes;

import nl.sluis.submit.PartnerMailbox;

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
        Channel.require(Channel.within(mail.every()), key + "every: is not between 100 ms and a day");
        Channel.require(
                !mail.address().equalsIgnoreCase(mail.partner().address()),
                key + "partner.address: is that of the mailbox itself");
    }

    private static void port(PartnerMailbox.Server server, String key) {
        Channel.require(server.port() > 0 && server.port() <= MOST_PORTS, key + "port: is no port");
    }
}
