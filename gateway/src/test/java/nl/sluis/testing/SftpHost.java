package nl.sluis.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server (Apache MINA SSHD) on this machine, for one user with one key. */
public final class SftpHost implements AutoCloseable {

    /** Who may log in. */
    public static final String USER = "sluis";

    private final Path directory;
    private final Path files;
    private final KeyPair key;
    private final KeyPair own;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private SshServer server;
    private final int port;

    /** Starts it, with its files and keys in a directory that is empty. */
    public SftpHost(Path directory) throws IOException {
        this.directory = directory;
        this.files = Files.createDirectories(directory.resolve("files"));
        this.own = pair();
        this.key = pair();
        this.server = server(0);
        this.port = server.getPort();
        Files.writeString(key(), pem(key));
        Files.writeString(hosts(), known(own));
    }

    /** What it serves as {@code /}. */
    public Path files() {
        return files;
    }

    /** The key that opens it. */
    public Path key() {
        return directory.resolve("key.pem");
    }

    /** A key that does not. */
    public Path otherKey() throws IOException {
        return Files.writeString(directory.resolve("other.pem"), pem(pair()));
    }

    /** Its own key, as {@code known_hosts}. */
    public Path hosts() {
        return directory.resolve("known_hosts");
    }

    /** The key of another server in its place. */
    public Path otherHosts() throws IOException {
        return Files.writeString(directory.resolve("other_hosts"), known(pair()));
    }

    /** Where it listens, on loopback. */
    public int port() {
        return port;
    }

    /** From now on nobody may read files of that name. */
    public void close(String name) {
        closed.add(name);
    }

    /** Is away. */
    public void stop() throws IOException {
        server.stop(true);
    }

    /** Is there again, at the same port with the same keys. */
    public void again() throws IOException {
        server = server(port);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private SshServer server(int at) throws IOException {
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost("127.0.0.1");
        made.setPort(at);
        made.setKeyPairProvider(KeyPairProvider.wrap(own));
        made.setPublickeyAuthenticator(
                (user, offered, session) -> user.equals(USER) && KeyUtils.compareKeys(offered, key.getPublic()));
        SftpSubsystemFactory files = new SftpSubsystemFactory();
        files.addSftpEventListener(new SftpEventListener() {
            @Override
            public void opening(ServerSession session, String remoteHandle, Handle localHandle)
                    throws AccessDeniedException {
                String name = String.valueOf(localHandle.getFile().getFileName());
                if (closed.contains(name)) {
                    throw new AccessDeniedException(name);
                }
            }
        });
        made.setSubsystemFactories(List.of(files));
        made.setFileSystemFactory(new VirtualFileSystemFactory(files().toAbsolutePath()));
        made.start();
        return made;
    }

    private String known(KeyPair server) {
        return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(server.getPublic()) + "\n";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // As ssh-keygen writes it
    private static String pem(KeyPair pair) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "sluis", null, bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
