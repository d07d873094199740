package nl.sluis.routes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.Violation;
import nl.sluis.submit.PartnerChannel;
import org.apache.camel.RoutesBuilder;
import org.apache.sshd.sftp.common.SftpException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes the files of a folder of an SFTP server: read, submitted, answered, moved, as {@link FolderIn} does it. Who stops in between finds
 * the file again, and its messages, which are known by their content, have the answers that they had; so do two processes that look
 * at once.
 */
final class SftpIn implements ChannelIn {

    /** Files of one look; the rest is for the next. */
    private static final int MOST = 500;

    private final Channel channel;
    private final PartnerChannel.Sftp settings;
    private final SftpServer server;
    private final Taking taking;
    private final ChannelState state;

    /** Since when each file is as it is; of the one thread that looks. */
    private final Map<SftpServer.Listed, Long> settling = new HashMap<>();

    /** Files that were not as the server lists them, when they were read. */
    private final Set<SftpServer.Listed> disagreed = new HashSet<>();

    SftpIn(Channel channel, PartnerChannel.Sftp settings, SftpServer server, Taking taking, ChannelState state) {
        this.channel = channel;
        this.settings = settings;
        this.server = server;
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
        return new SftpRoute(this, server, settings);
    }

    /** Looks once and takes what settled, the oldest first; what cannot be taken now stays where it is. */
    void look() {
        try (SftpServer.Visit visit = server.visit()) {
            List<SftpServer.Listed> settled = settled(visit.files());
            boolean fine = true;
            for (SftpServer.Listed file : settled) {
                fine &= take(visit, file);
            }
            if (fine && visit.strange()) {
                state.is(Trouble.NAME_REFUSED);
            } else if (fine) {
                state.fine();
            }
        } catch (SftpServer.Refused refused) {
            state.is(refused.trouble());
        } catch (IOException broken) {
            state.is(Trouble.SERVER_AWAY);
        } catch (DataAccessException | TransactionException away) {
            state.is(Trouble.DATABASE_AWAY);
        }
    }

    private List<SftpServer.Listed> settled(List<SftpServer.Listed> files) {
        long now = System.nanoTime();
        Set<SftpServer.Listed> there = files.stream().collect(Collectors.toSet());
        settling.keySet().retainAll(there);
        disagreed.retainAll(there);
        there.forEach(file -> settling.putIfAbsent(file, now));
        Duration settle = settings.settle();
        return files.stream()
                .filter(file -> now - settling.getOrDefault(file, now) >= settle.toNanos())
                .limit(MOST)
                .toList();
    }

    /** Whether it could be dealt with, or was gone. */
    private boolean take(SftpServer.Visit visit, SftpServer.Listed file) throws IOException {
        Optional<Violation> why = visit.unreadable(file);
        if (why.isPresent()) {
            return dealtWith(visit, file, unread(file), taking.refuse(channel, why.get()));
        }
        Optional<byte[]> content;
        try {
            content = visit.read(file);
        } catch (SftpException closed) {
            // One file that may not be read holds up no other
            state.is(Trouble.NOT_READ);
            return false;
        }
        if (content.isEmpty()) {
            // Gone, or it grew: then the next look has it as another, or not. The same once more is neither
            boolean first = disagreed.add(file);
            if (!first) {
                state.is(Trouble.NOT_READ);
            }
            return first;
        }
        Optional<Answer> answer = taking.take(channel, content.get(), null);
        if (answer.isEmpty()) {
            state.is(Trouble.TOO_MUCH);
            return false;
        }
        return dealtWith(visit, file, channel.number(content.get()), answer.get());
    }

    private boolean dealtWith(SftpServer.Visit visit, SftpServer.Listed file, String number, Answer answer) {
        try {
            visit.dealtWith(file, number, answer);
        } catch (IOException notNow) {
            state.is(Trouble.NOT_WRITTEN);
            return false;
        }
        settling.remove(file);
        state.took(answer.decided() ? ChannelState.Outcome.DECIDED : ChannelState.Outcome.REFUSED);
        return true;
    }

    // Of what is never read no byte is looked at: by what the server says of it
    private String unread(SftpServer.Listed file) {
        return channel.number((file.name() + "\n" + file.modified()).getBytes(StandardCharsets.UTF_8));
    }
}
