package nl.sluis.copies;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.Urgency;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Ended;
import nl.sluis.directory.Partner;
import nl.sluis.node.NodeSettings;
import nl.sluis.outbox.MessageState;
import nl.sluis.outbox.Outbox;
import nl.sluis.outbox.Outgoing;
import org.springframework.stereotype.Component;

/** Brings news about consents to the outbox: the same road as messages, with its retries and receipts. */
@Component
final class Road {

    /** Who may use the citizen service number, as the tables of recipient profiles say (UAVG art. 46). */
    static final Set<OrganisationType> WITH_BSN = EnumSet.of(
            OrganisationType.SCHOOL,
            OrganisationType.GP,
            OrganisationType.SPECIALIST_CARE,
            OrganisationType.VEILIG_THUIS,
            OrganisationType.WIJKTEAM,
            OrganisationType.COLLEGE,
            OrganisationType.WORK_INCOME,
            OrganisationType.RAAD,
            OrganisationType.GI,
            OrganisationType.JGZ,
            OrganisationType.DEBT_COUNSELLING);

    private final NodeSettings self;
    private final Directory directory;
    private final Outbox outbox;
    private final Clock clock;

    Road(NodeSettings self, Directory directory, Outbox outbox, Clock clock) {
        this.self = self;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The organisation of a name, an alias or a number, when it may be addressed today. */
    Optional<Partner> partner(String name) {
        return directory.find(new OrganisationId(name)).or(() -> directory.findByOin(name));
    }

    /** Those that have ended and whose records this organisation keeps now. */
    List<OrganisationId> predecessors(OrganisationId successor) {
        return directory.predecessors(successor);
    }

    /** Who answers for what that organisation recorded: itself, its successor when it has ended; empty when nobody does. */
    Optional<OrganisationId> keeperOfToday(OrganisationId keeper) {
        return directory.ended(keeper).map(Ended::successor).orElse(Optional.of(keeper));
    }

    boolean isSelf(Partner partner) {
        return partner.id().equals(self.id());
    }

    /** Whether persons may be named to it by the number that both use. */
    boolean shareNumbers(Partner partner) {
        return WITH_BSN.contains(self.type()) && WITH_BSN.contains(partner.type());
    }

    /** Sends a copy, which is made when it goes: what was withdrawn meanwhile does not. */
    void putCopy(MessageId envelope, OrganisationId holder) {
        put(Outgoing.Form.CONSENT_COPY, envelope, holder, new byte[0]);
    }

    /** Sends word; nothing when there is nothing to say. */
    void put(ConsentNews.Word word) {
        if (!word.consents().isEmpty()) {
            put(Outgoing.Form.CONSENT_WORD, word.id(), word.recipient(), MessageJson.write(word));
        }
    }

    void put(ConsentNews.Question question) {
        put(Outgoing.Form.CONSENT_QUESTION, question.id(), question.recipient(), MessageJson.write(question));
    }

    /** What became of an envelope, as people may read it; its traffic data may be gone. */
    String state(MessageId envelope) {
        List<Outbox.Step> history = outbox.history(self.id(), envelope);
        return history.isEmpty() ? "FORGOTTEN" : history.getLast().state().name();
    }

    private void put(Outgoing.Form form, MessageId id, OrganisationId to, byte[] content) {
        outbox.put(
                new Outgoing(
                        self.id(),
                        id,
                        new ThreadId(id.value()),
                        form,
                        form.name(),
                        to,
                        Urgency.PRIORITY,
                        MessageState.QUEUED,
                        content,
                        new byte[0],
                        0,
                        clock.instant()),
                new byte[0],
                List.of(),
                "");
    }
}
