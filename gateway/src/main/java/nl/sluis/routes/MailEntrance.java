package nl.sluis.routes;

import jakarta.mail.Session;
import java.time.Clock;
import nl.sluis.seal.SmimeMailbox;
import nl.sluis.seal.SmimePartner;
import nl.sluis.submit.PartnerMailbox;
import nl.sluis.tls.TlsProfile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes what takes the mail of a channel. */
@Component
record MailEntrance(Taking taking, TlsProfile profile, MessageSource texts, Clock clock) {

    /** Base64 within base64, with line breaks and headers. */
    private static final int AS_MAIL = 2;

    private static final int HEADERS = 262_144;

    /**
     * Reads the keys, and connects to nothing yet.
     *
     * @param largest bytes of a document that are read
     * @throws IllegalStateException naming the setting whose file cannot be used
     */
    ChannelIn of(Channel channel, PartnerMailbox mail, int largest, ChannelState state) {
        String key = "channel " + channel.name() + ": mail.";
        MailServers servers = MailServers.of(mail, key);
        Session session = servers.session(profile.versions());
        SmimeMailbox mailbox = SmimeMailbox.load(mail.certificate(), mail.key(), key, clock);
        SmimePartner partner = SmimePartner.load(
                mail.partner().address(), mail.partner().certificates(), key + "partner.certificates");
        int whole = (int) Math.min((long) AS_MAIL * largest + HEADERS, Integer.MAX_VALUE - HEADERS);
        return new MailIn(
                channel,
                mail,
                new MailIn.Reading(
                        taking,
                        new MailAttachment(channel.mediaType(), largest),
                        new MailRoute.Reach(session, servers.password(), whole)),
                new MailIn.Opening(mailbox, partner),
                new MailAnswers(
                        mail,
                        new MailAnswers.Line(session, servers.sending(), servers.password()),
                        mailbox,
                        partner,
                        texts,
                        clock),
                state);
    }
}
