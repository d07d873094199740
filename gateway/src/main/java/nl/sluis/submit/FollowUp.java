package nl.sluis.submit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.Section;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.FeedWork;
import nl.sluis.feed.Told;
import nl.sluis.followup.FollowupSettings;
import nl.sluis.outbox.MessageState;
import nl.sluis.outbox.Outbox;
import nl.sluis.outbox.Outgoing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reporter knows of what became of a report: from the word that came back, and from the term after which silence is too long. The reporter's own
 * node works it out, so that it does not depend on who is silent.
 */
@Component
final class FollowUp {

    private static final Set<String> ASKING = Set.of(
            MessageKind.REFERRAL.name(),
            MessageKind.SIGNAL.name(),
            MessageKind.ARREARS_SIGNAL.name(),
            MessageKind.VT_REPORT.name(),
            MessageKind.VT_ADVICE.name(),
            MessageKind.CHILD_PROTECTION_REQUEST.name(),
            MessageKind.INFO_REQUEST.name(),
            MessageKind.HANDOVER.name(),
            MessageKind.RISK_INDEX_SIGNAL.name());

    /** Of a handover, what its receiver did; of all else, what became of it. */
    private static final Map<String, Set<String>> CODES = Map.of(
            StatusWord.SYSTEM,
            Set.of(Told.TAKEN_UP.name(), Told.HANDED_BACK.name(), Told.CLOSED.name()),
            "urn:sluis:handover",
            Set.of("CONTACT_CONFIRMED", "FINDINGS", "RETURN", "JOINT_VISIT_ASKED"));

    private final FeedWork work;
    private final FollowupSettings settings;
    private final Clock clock;
    private final JsonMapper json;

    FollowUp(FeedWork work, FollowupSettings settings, Clock clock, JsonMapper json) {
        this.work = work;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /** What became of it; empty for what asks nothing, and before it was delivered. */
    Optional<ObjectNode> of(Outgoing report, List<Outbox.Step> history) {
        Optional<Instant> received = history.stream()
                .filter(step -> step.state() == MessageState.DELIVERED)
                .map(Outbox.Step::at)
                .findFirst();
        return received.filter(at -> ASKING.contains(report.kind())).map(at -> told(report, at));
    }

    private ObjectNode told(Outgoing report, Instant received) {
        List<FeedItem> words = work.wordBack(report.id().value()).stream()
                .filter(item -> item.message().kind() == MessageKind.FEEDBACK
                        && item.message().sender().equals(report.recipient()))
                .toList();
        Instant due = settings.until("answer", received);
        ObjectNode told = json.createObjectNode().put("received", received.toString());
        for (FeedItem word : words) {
            code(word.message()).ifPresent(code -> step(told, word, code));
        }
        told.put("answerDue", due.toString());
        return told.put("overdue", words.isEmpty() && due.isBefore(clock.instant()));
    }

    private static void step(ObjectNode told, FeedItem word, String code) {
        ObjectNode step = told.withArray("/steps")
                .addObject()
                .put("code", code)
                .put("at", word.message().sentAt().toString());
        word.message().sections().stream()
                .map(Section::content)
                .filter(Content.Planned.class::isInstance)
                .map(content -> ((Content.Planned) content).responsible())
                .filter(contact -> contact != null)
                .findFirst()
                .ifPresent(contact -> step.put("contact", contact));
    }

    private static Optional<String> code(Message word) {
        return word.sections().stream()
                .map(Section::content)
                .filter(Content.Coded.class::isInstance)
                .map(Content.Coded.class::cast)
                .filter(coded -> CODES.getOrDefault(coded.system(), Set.of()).contains(coded.code()))
                .map(Content.Coded::code)
                .findFirst();
    }
}
