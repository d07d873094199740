package nl.sluis.submit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mailbox in which one partner's documents arrive as attachments of S/MIME mail, under {@code sluis.partners[i].channel.mail}.
 *
 * @param imap where it is read: IMAP over TLS
 * @param smtp by which answers go: always over TLS
 * @param user of both
 * @param passwordFile file with its password, and nothing else
 * @param trust PEM of the authorities of both servers; null for those that Java trusts
 * @param every how often it is looked into
 * @param address of the mailbox itself
 * @param certificate PEM; the partner encrypts to it and verifies by it
 * @param key PEM, PKCS#8
 * @param partner whose mail is read and who is answered
 */
public record PartnerMailbox(
        @NotNull @Valid Server imap,
        @NotNull @Valid Server smtp,
        @NotNull String user,
        @NotNull Path passwordFile,
        @Nullable Path trust,
        @NotNull @DefaultValue("30s") Duration every,
        @NotNull @Pattern(regexp = ADDRESS) String address,
        @NotNull Path certificate,
        @NotNull Path key,
        @NotNull @Valid Partner partner)
        implements PartnerChannel.Way {

    /** Plain addresses only: no names, no quotes, no comments. */
    static final String ADDRESS = "[0-9A-Za-z._+-]{1,64}@[0-9A-Za-z.-]{1,253}";

    /**
     * A mail server.
     *
     * @param startTls for SMTP: the connection begins in plain text, and nothing is said before it is TLS
     */
    public record Server(
            @NotNull @Pattern(regexp = PartnerChannel.HOST) String host,
            int port,
            @DefaultValue("false") boolean startTls) {}

    /**
     * The other side.
     *
     * @param certificates PEM: the first is encrypted to; by each of them it may sign
     * @param cbc AES-256-CBC in answers, for a mail program that cannot read AES-256-GCM
     */
    public record Partner(
            @NotNull @Pattern(regexp = ADDRESS) String address,
            @NotEmpty List<@NotNull Path> certificates,
            @DefaultValue("false") boolean cbc) {

        /** As it was given. */
        public Partner {
            certificates = List.copyOf(certificates);
        }
    }

    /** Tells it from other mailboxes. */
    public String mailbox() {
        return user + "\n" + imap.host() + "\n" + imap.port();
    }
}
