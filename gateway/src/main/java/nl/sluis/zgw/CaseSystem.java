package nl.sluis.zgw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import nl.sluis.audit.AuditLog;
import nl.sluis.canonical.Message;
import nl.sluis.node.Dutch;
import nl.sluis.webhook.Notice;
import nl.sluis.webhook.NoticeType;
import nl.sluis.webhook.Outcome;
import nl.sluis.webhook.Receiver;
import nl.sluis.zgw.ZgwCalls.Unanswered;
import org.jspecify.annotations.Nullable;

/** Opens a case for the first message of a thread that comes in, and puts each further one of it in the same case. */
final class CaseSystem implements Receiver {

    static final String NAME = "zaken";

    private final ZgwSettings settings;
    private final Supplier<SSLContext> tls;
    private final Function<UUID, Optional<Message>> items;
    private final AuditLog audit;
    private final Clock clock;

    /**
     * @param tls with the certificates of that moment
     * @param items the message of an item; empty when it is there no more
     */
    CaseSystem(
            ZgwSettings settings,
            Supplier<SSLContext> tls,
            Function<UUID, Optional<Message>> items,
            AuditLog audit,
            Clock clock) {
        this.settings = settings;
        this.tls = tls;
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<NoticeType> events() {
        return Set.of(NoticeType.ITEM_ARRIVED);
    }

    @Override
    public Duration firstRetry() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration giveUpAfter() {
        return Duration.ofDays(3);
    }

    @Override
    public Outcome give(Notice notice) {
        Optional<Message> message;
        try {
            message = items.apply(notice.item());
        } catch (IllegalStateException e) {
            return Outcome.NotNow.of("UNREADABLE_ITEM");
        }
        Optional<URI> type =
                message.flatMap(each -> Optional.ofNullable(settings.caseTypes().get(each.kind())));
        if (message.isEmpty() || type.isEmpty()) {
            return new Outcome.Taken();
        }
        try {
            file(notice, message.get(), type.get());
        } catch (Unanswered e) {
            return new Outcome.NotNow(e.code(), e.notBefore());
        } catch (IOException e) {
            return Outcome.NotNow.of("NO_SECRET");
        }
        audit.append("zaak.filed", null, Map.of("item", notice.item().toString()));
        return new Outcome.Taken();
    }

    private void file(Notice notice, Message message, URI type) throws IOException, Unanswered {
        CaseFile file = new CaseFile(
                calls(),
                bare(settings.cases()),
                bare(settings.documents()),
                Objects.requireNonNull(settings.organisation()),
                settings.title());
        LocalDate day = Dutch.day(notice.at());
        String opened = file.opened(message.thread().value(), type.toString(), day);
        String document = file.document(
                notice.item(), Objects.requireNonNull(settings.documentType()).toString(), day);
        file.put(document, opened);
    }

    private ZgwCalls calls() throws IOException, Unanswered {
        String token = ZgwToken.of(Objects.requireNonNull(settings.clientId()), settings.secret(), clock.instant());
        try {
            return new ZgwCalls(tls.get(), token, settings.timeout());
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new Unanswered("NO_CERTIFICATE", Duration.ZERO);
        }
    }

    private static String bare(@Nullable URI address) {
        return Objects.requireNonNull(address).toString().replaceFirst("/$", "");
    }
}
