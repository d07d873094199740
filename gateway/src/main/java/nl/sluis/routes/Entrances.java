package nl.sluis.routes;

import nl.sluis.access.Acting;
import nl.sluis.submit.PartnerChannel;
import nl.sluis.submit.PartnerMailbox;
import nl.sluis.tls.TlsProfile;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Makes what takes the documents of a channel, by the way that it has. */
@Component
final class Entrances {

    private final Taking taking;
    private final Acting acting;
    private final TlsProfile profile;
    private final SslBundles bundles;
    private final ChannelStates states;
    private final MailEntrance mails;

    Entrances(
            Taking taking,
            Acting acting,
            TlsProfile profile,
            SslBundles bundles,
            ChannelStates states,
            MailEntrance mails) {
        this.taking = taking;
        this.acting = acting;
        this.profile = profile;
        this.bundles = bundles;
        this.states = states;
        this.mails = mails;
    }

    /**
     * What takes its documents; nothing is opened yet.
     *
     * @param largest bytes of a document that are read
     */
    ChannelIn of(Channel channel, int largest) {
        ChannelState state = states.of(channel);
        return switch (channel.way()) {
            case PartnerChannel.Folder folder ->
                new FolderIn(channel, folder, new Folder(folder.path(), largest), taking, state);
            case PartnerChannel.Sftp sftp -> new SftpIn(channel, sftp, new SftpServer(sftp, largest), taking, state);
            case PartnerChannel.Mllp mllp ->
                new MllpIn(
                        channel,
                        mllp,
                        callers(channel, mllp),
                        new MllpIn.Reading(
                                taking, (int) Math.min(largest, mllp.largest().toBytes())),
                        state);
            case PartnerMailbox mail -> mails.of(channel, mail, largest, state);
        };
    }

    private MllpCallers callers(Channel channel, PartnerChannel.Mllp mllp) {
        return mllp.tls()
                ? new MllpCallers.Certified(
                        profile.ports(() -> bundles.getBundle(TlsProfile.BUNDLE)),
                        chain -> acting.is(channel.system(), chain))
                : new MllpCallers.OfThisMachine();
    }
}
