package nl.sluis.routes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import nl.sluis.submit.PartnerChannel;
import org.apache.camel.RoutesBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes the files of a folder: read, submitted, answered, moved. In that order: who stops in between finds the file again, and its
 * messages, which are known by their content, have the answers that they had.
 */
final class FolderIn implements ChannelIn {

    private final Channel channel;
    private final PartnerChannel.Folder settings;
    private final Folder folder;
    private final Taking taking;
    private final ChannelState state;

    FolderIn(Channel channel, PartnerChannel.Folder settings, Folder folder, Taking taking, ChannelState state) {
        this.channel = channel;
        this.settings = settings;
        this.folder = folder;
        this.taking = taking;
        this.state = state;
    }

    /** The channel. */
    Channel channel() {
        return channel;
    }

    @Override
    public ChannelState state() {
        return state;
    }

    @Override
    public RoutesBuilder route() {
        return new FolderRoute(this, settings);
    }

    /** Whether the folder can be looked into now. */
    boolean ready() {
        Optional<Trouble> trouble = folder.trouble();
        trouble.ifPresent(state::is);
        return trouble.isEmpty();
    }

    /** The folder was looked into, and so many files were there. */
    void looked(int files) {
        if (files == 0) {
            state.fine();
        }
    }

    /** Takes one file; what cannot be taken now stays where it is. */
    void take(Path file) {
        try {
            switch (folder.read(file)) {
                case Folder.Found.Content content -> submit(file, content);
                case Folder.Found.Unreadable unreadable ->
                    dealtWith(file, null, unread(file), taking.refuse(channel, unreadable.why()));
                case Folder.Found.Gone gone -> {}
            }
        } catch (IOException e) {
            state.is(Trouble.NOT_WRITTEN);
        } catch (DataAccessException | TransactionException e) {
            state.is(Trouble.DATABASE_AWAY);
        }
    }

    private void submit(Path file, Folder.Found.Content content) throws IOException {
        Optional<Answer> answer = taking.take(channel, content.bytes(), null);
        if (answer.isEmpty()) {
            state.is(Trouble.TOO_MUCH);
            return;
        }
        dealtWith(file, content.as(), number(content.bytes()), answer.get());
    }

    private void dealtWith(Path file, Folder.@Nullable Seen read, String number, Answer answer) throws IOException {
        folder.dealtWith(file, read, number, answer);
        state.took(answer.decided() ? ChannelState.Outcome.DECIDED : ChannelState.Outcome.REFUSED);
    }

    // Of what is never read no byte is looked at: by what the folder says of it
    private String unread(Path file) throws IOException {
        String told = file.getFileName() + "\n" + Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        return number(told.getBytes(StandardCharsets.UTF_8));
    }

    private String number(byte[] content) {
        return channel.number(content);
    }
}
