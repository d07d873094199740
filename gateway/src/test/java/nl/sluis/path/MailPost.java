package nl.sluis.path;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;

/** A mail server with the mailboxes of a school's node and of a partner, and the certificates of both. */
final class MailPost implements AutoCloseable {

    static final String NODE = "sluis@school.test";
    static final String PARTNER = "praktijk@huisarts.test";
    static final String PASSWORD = "not-a-secret";

    /** Bytes of a document that the node reads. */
    static final int LARGEST = 20 * 1024;

    private final Path directory;
    private final PkiFiles files;
    private final GreenMail server;
    private SmtpServer again;

    private MailPost(Path directory, PkiFiles files, GreenMail server) {
        this.directory = directory;
        this.files = files;
        this.server = server;
    }

    static MailPost open() throws IOException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("sluis-mail-");
        PkiFiles files = DevelopmentPki.generate(directory.resolve("certs"), Holder.lindedam());
        Path store = directory.resolve("server.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        Certificate own = Pem.certificate(files.certificate("school", CertificateUse.NODE));
        PrivateKey key = Pem.key(files.key("school", CertificateUse.NODE));
        keys.setKeyEntry("server", key, PASSWORD.toCharArray(), new Certificate[] {own});
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        GreenMail server = new GreenMail(
                new ServerSetup[] {ServerSetupTest.IMAPS.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()});
        server.start();
        server.setUser(NODE, NODE, PASSWORD);
        server.setUser(PARTNER, PARTNER, PASSWORD);
        return new MailPost(directory, files, server);
    }

    Map<String, Object> settings(int i) throws IOException {
        String key = "sluis.partners[" + i + "].channel.";
        Map<String, Object> settings = new HashMap<>();
        settings.put("sluis.node.max-body", LARGEST + "B");
        settings.put(key + "name", "mail");
        settings.put(key + "system", SchoolFolders.SYSTEM);
        settings.put(key + "media-type", "application/vnd.sluis.message+json");
        settings.put(key + "recipient", SchoolAlone.INSTITUTION.value());
        settings.put(key + "language", "en");
        String mail = key + "mail.";
        settings.put(mail + "imap.host", "localhost");
        settings.put(mail + "imap.port", server.getImaps().getPort());
        settings.put(mail + "smtp.host", "localhost");
        settings.put(mail + "smtp.port", server.getSmtps().getPort());
        settings.put(mail + "user", NODE);
        settings.put(mail + "password-file", Files.writeString(directory.resolve("password"), PASSWORD + "\n"));
        settings.put(mail + "trust", files.ca());
        settings.put(mail + "every", "200ms");
        settings.put(mail + "address", NODE);
        settings.put(mail + "certificate", certificate("school"));
        settings.put(mail + "key", key("school"));
        settings.put(mail + "partner.address", PARTNER);
        settings.put(mail + "partner.certificates[0]", certificate("huisarts"));
        return settings;
    }

    /** Of the seal, which signs and agrees on keys, as S/MIME does. */
    Path certificate(String holder) {
        return files.certificate(holder, CertificateUse.SEAL);
    }

    Path key(String holder) {
        return files.key(holder, CertificateUse.SEAL);
    }

    /** Puts a mail in the node's mailbox. */
    void deliver(MimeMessage mail) {
        GreenMailUser user = server.getUserManager().getUser(NODE);
        user.deliver(mail);
    }

    /** What is in a folder of the node's mailbox. */
    List<StoredMessage> inNode(String folder) {
        return in(NODE, folder);
    }

    /** What the partner got. */
    List<StoredMessage> answers() {
        return in(PARTNER, "INBOX");
    }

    /** Everything in every mailbox goes. */
    void empty() {
        for (String user : List.of(NODE, PARTNER)) {
            for (String folder : List.of("INBOX", "Done", "Rejected")) {
                var found = folder(user, folder);
                if (found != null) {
                    found.deleteAllMessages();
                }
            }
        }
    }

    /** Nobody takes answers until {@link #openAnswers()}. */
    void closeAnswers() {
        server.getSmtps().stopService();
    }

    /** Answers are taken again, at the same port. */
    void openAnswers() {
        int port = server.getSmtps().getPort();
        again = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS), server.getManagers());
        again.startService();
    }

    private List<StoredMessage> in(String user, String folder) {
        var found = folder(user, folder);
        return found == null ? List.of() : found.getNonDeletedMessages();
    }

    private com.icegreen.greenmail.store.MailFolder folder(String user, String folder) {
        return server.getManagers()
                .getImapHostManager()
                .getFolder(server.getUserManager().getUser(user), folder);
    }

    @Override
    public void close() throws IOException {
        if (again != null) {
            again.stopService();
        }
        server.stop();
        org.springframework.util.FileSystemUtils.deleteRecursively(directory);
    }
}
