package nl.sluis.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.sluis.adapter.Violation;
import nl.sluis.submit.PartnerChannel;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.integration.file.remote.session.Session;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;

/**
 * A folder of an SFTP server, and in it the places for files that were dealt with. Only a server whose key is on file is spoken to; what it
 * says may be hostile: no more is read than the limit, and a name with a folder in it is none.
 */
final class SftpServer extends ServiceSupport {

    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String ANSWER = "sluis-answer.";

    /** Entries of one list; a folder with more is for the next look, when these are gone. */
    private static final int MOST_LISTED = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PartnerChannel.Sftp settings;
    private final int largest;
    private @Nullable DefaultSftpSessionFactory sessions;

    /**
     * Connects to nothing yet.
     *
     * @param largest bytes of a file that are read
     */
    SftpServer(PartnerChannel.Sftp settings, int largest) {
        this.settings = settings;
        this.largest = largest;
    }

    /**
     * A file as the server lists it; another one under its name, or with other content, is another.
     *
     * @param modified seconds since 1970
     * @param size in bytes
     * @param plain whether it is a file, and no link or device
     */
    record Listed(String name, long modified, long size, boolean plain) {}

    /** The server cannot be used now. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final Trouble trouble;

        private Refused(Trouble trouble, Throwable why) {
            super(trouble.name(), why);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    @Override
    protected void doStart() {
        DefaultSftpSessionFactory factory = new DefaultSftpSessionFactory(false);
        factory.setHost(settings.host());
        factory.setPort(settings.port());
        factory.setUser(settings.user());
        factory.setPrivateKey(new FileSystemResource(settings.key()));
        factory.setKnownHostsResource(new FileSystemResource(settings.hosts()));
        // No first use that is trusted: whoever stands between would be it
        factory.setAllowUnknownKeys(false);
        factory.setTimeout(Math.toIntExact(PATIENCE.toMillis()));
        sessions = factory;
    }

    @Override
    protected void doStop() {
        DefaultSftpSessionFactory factory = sessions;
        if (factory != null) {
            factory.destroy();
            sessions = null;
        }
    }

    /**
     * Connects.
     *
     * @throws Refused saying why it cannot be done now
     */
    Visit visit() throws Refused {
        try {
            return new Visit(Objects.requireNonNull(sessions, "not started").getSession());
        } catch (IllegalStateException unconnected) {
            throw new Refused(trouble(unconnected), unconnected);
        }
    }

    private static Trouble trouble(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SshException ssh) {
                switch (ssh.getDisconnectCode()) {
                    case SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE -> {
                        return Trouble.HOST_KEY;
                    }
                    case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE -> {
                        return Trouble.LOGIN_REFUSED;
                    }
                    default -> {
                        // Perhaps a cause says more
                    }
                }
            }
        }
        return Trouble.SERVER_AWAY;
    }

    /** One connection to the server. */
    final class Visit implements AutoCloseable {

        private final Session<SftpClient.DirEntry> session;
        private final SftpClient client;
        private boolean strange;

        private Visit(Session<SftpClient.DirEntry> session) {
            this.session = session;
            this.client = (SftpClient) session.getClientInstance();
        }

        /**
         * The files of the folder, the oldest first; names that begin with a dot, and folders, are left alone.
         *
         * @throws Refused when there is no such folder
         */
        List<Listed> files() throws IOException {
            List<Listed> files = new ArrayList<>();
            try (SftpClient.CloseableHandle folder = client.openDir(settings.path())) {
                // Whatever the entries are: a list without files may be without end too
                int entries = 0;
                for (List<SftpClient.DirEntry> some = client.readDir(folder);
                        some != null && entries < MOST_LISTED;
                        some = client.readDir(folder)) {
                    entries += Math.max(1, some.size());
                    some.forEach(entry -> list(entry, files));
                }
            } catch (SftpException none) {
                throw new Refused(missing(none) ? Trouble.NO_FOLDER : Trouble.FOLDER_CLOSED, none);
            }
            files.sort(Comparator.comparingLong(Listed::modified).thenComparing(Listed::name));
            return files;
        }

        private void list(SftpClient.DirEntry entry, List<Listed> files) {
            SftpClient.Attributes is = entry.getAttributes();
            String name = entry.getFilename();
            if (name.startsWith(".") || is.isDirectory()) {
                return;
            }
            if (name.isEmpty() || name.indexOf('/') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
                strange = true;
                return;
            }
            files.add(new Listed(name, seconds(is), is.getSize(), is.isRegularFile()));
        }

        /** Whether the server named a file that cannot be one. */
        boolean strange() {
            return strange;
        }

        /** Why a file will never be read. */
        Optional<Violation> unreadable(Listed file) {
            if (!file.plain()) {
                return Optional.of(new Violation("/", "NOT_A_FILE", "This is a link or a device, and no file."));
            }
            return file.size() > largest ? Optional.of(tooLarge()) : Optional.empty();
        }

        /**
         * Reads a file, whole.
         *
         * @return empty when it is not there any more
         * @throws Refused when the server gives more than it said
         */
        Optional<byte[]> read(Listed file) throws IOException {
            try (InputStream in = client.read(path(file.name()))) {
                byte[] bytes = in.readNBytes(largest + 1);
                if (bytes.length > largest || bytes.length != file.size()) {
                    // It grew meanwhile: the next look has it as another file
                    return Optional.empty();
                }
                return Optional.of(bytes);
            } catch (SftpException gone) {
                if (missing(gone)) {
                    return Optional.empty();
                }
                throw gone;
            }
        }

        /**
         * Puts the answer in a place of its own, and then the file beside it. Again after a crash is the same place and the same answer.
         *
         * @param number names the place
         * @throws IOException when it cannot be written; the file is where it was
         */
        void dealtWith(Listed file, String number, Answer answer) throws IOException {
            String place = path(answer.decided() ? DONE : FAILED);
            folder(place);
            String own = place + "/" + number;
            folder(own);
            String part = own + "/." + ANSWER + "part";
            try (OutputStream out = client.write(part)) {
                out.write(answer.payload().bytes());
            }
            move(part, own + "/" + ANSWER + answer.extension());
            String document = own + "/" + (file.name().startsWith(ANSWER) ? "document" : file.name());
            try {
                move(path(file.name()), document);
            } catch (SftpException other) {
                // Another process of this node was first: it gave the same answer
                if (missing(other)) {
                    return;
                }
                throw other;
            }
            SftpClient.Attributes moved = client.lstat(document);
            if (moved.getSize() != file.size() || seconds(moved) != file.modified()) {
                // It came in the place of the one that was read: back, under a name that nobody has
                client.rename(document, path(UUID.randomUUID() + "-" + file.name()));
            }
        }

        private void folder(String path) throws IOException {
            try {
                if (!client.lstat(path).isDirectory()) {
                    throw new IOException("no folder");
                }
            } catch (SftpException none) {
                if (!missing(none)) {
                    throw none;
                }
                client.mkdir(path);
            }
        }

        // Plain renaming replaces nothing. What stands there is of the same content, from before a crash
        private void move(String from, String to) throws IOException {
            client.lstat(from);
            try {
                client.lstat(to);
                client.remove(to);
            } catch (SftpException none) {
                if (!missing(none)) {
                    throw none;
                }
            }
            client.rename(from, to);
        }

        private String path(String name) {
            return settings.path() + "/" + name;
        }

        @Override
        public void close() {
            session.close();
        }
    }

    // A server that does not tell the time says nothing with it
    private static long seconds(SftpClient.Attributes is) {
        return is.getModifyTime() == null ? 0 : is.getModifyTime().to(TimeUnit.SECONDS);
    }

    private Violation tooLarge() {
        return new Violation("/", "TOO_LARGE", "The file is larger than " + largest + " bytes.");
    }

    private static boolean missing(SftpException thrown) {
        return thrown.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                || thrown.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
    }
}
