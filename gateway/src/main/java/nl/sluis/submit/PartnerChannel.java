package nl.sluis.submit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the documents of an own system come here besides over HTTPS, under {@code sluis.partners[i].channel}; exactly one of its ways
 * is set.
 *
 * @param name what log, health and metrics call it: of a system, never of a person. What came before is known again by it
 * @param system the entry of {@code sluis.access.systems} as which it acts, with exactly its rights
 * @param mediaType of its documents; null when there is a mapping profile, which says it
 * @param recipient to whom they go where they do not say; null for nobody
 * @param language of texts for people in answers: {@code nl} or {@code en}
 * @param folder documents are files in a folder of this machine
 * @param mllp documents are messages of HL7 version 2 that its system sends over a connection
 * @param sftp documents are files in a folder of an SFTP server
 * @param mail documents are attachments of S/MIME in a mailbox
 */
public record PartnerChannel(
        @NotNull @Pattern(regexp = NAME) String name,
        @NotNull String system,
        @Nullable String mediaType,
        @Nullable String recipient,

        @NotNull @Pattern(regexp = "nl|en") @DefaultValue("nl")
        String language,

        @Nullable @Valid Folder folder,
        @Nullable @Valid Mllp mllp,
        @Nullable @Valid Sftp sftp,
        @Nullable @Valid PartnerMailbox mail) {

    /** A name of a machine, or an IPv4 address. */
    static final String HOST = "[0-9A-Za-z.-]{1,253}";

    /** What a channel may be called. */
    static final String NAME = "[a-z][a-z-]{0,39}";

    /** By which way documents come. */
    public sealed interface Way permits Folder, Mllp, Sftp, PartnerMailbox {}

    /**
     * A folder in which a system leaves files.
     *
     * @param path the folder; it has to be there, and to be writable
     * @param every how often it is looked into
     * @param settle how long a file was not written to before it is read
     */
    public record Folder(
            @NotNull Path path,
            @NotNull @DefaultValue("10s") Duration every,
            @NotNull @DefaultValue("5s") Duration settle)
            implements Way {}

    /**
     * A port for the Minimal Lower Layer Protocol.
     *
     * @param host the name or IPv4 address of this machine on which is listened; loopback when nothing is said
     * @param port on which is listened
     * @param tls whether its system shows its certificate; only on loopback it may do without
     * @param connections most at a time
     * @param largest of a message; never more than {@code sluis.node.max-body}. Each connection may hold twice of it in memory
     * @param idle after which a connection on which nothing comes is closed
     */
    public record Mllp(
            @NotNull @Pattern(regexp = HOST) @DefaultValue("127.0.0.1")
            String host,

            int port,
            @DefaultValue("true") boolean tls,
            @DefaultValue("5") int connections,
            @NotNull @DefaultValue("2MB") DataSize largest,
            @NotNull @DefaultValue("10m") Duration idle)
            implements Way {}

    /**
     * A folder of an SFTP server, of the partner or of somebody between, in which a system leaves files.
     *
     * @param host the name or IPv4 address of the server
     * @param port on which it listens
     * @param user as whom the node logs in
     * @param key file with the private key that it logs in with, in PEM or OpenSSH's own form, without a password
     * @param hosts file with the server's own keys, as {@code known_hosts} of OpenSSH; any other server is none
     * @param path the folder on the server; it has to be there
     * @param every how often it is looked into
     * @param settle how long a file kept its size and time before it is read
     */
    public record Sftp(
            @NotNull @Pattern(regexp = HOST) String host,

            @DefaultValue("22") int port,

            @NotNull @Pattern(regexp = "[0-9A-Za-z._@-]{1,64}")
            String user,

            @NotNull Path key,
            @NotNull Path hosts,

            @NotNull @Pattern(regexp = "[^\\p{Cntrl}]{1,500}")
            String path,

            @NotNull @DefaultValue("1m") Duration every,
            @NotNull @DefaultValue("30s") Duration settle)
            implements Way {}
}
