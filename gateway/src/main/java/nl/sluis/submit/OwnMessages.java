package nl.sluis.submit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.MessageId;
import nl.sluis.node.NodeSettings;
import nl.sluis.outbox.Outbox;
import nl.sluis.outbox.Outgoing;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of this organisation's messages, for who asks. Reading is in the audit; asking again and again for the same state
 * is one reading, since it tells the caller nothing that it did not know.
 */
@Component
final class OwnMessages {

    /** Readings that are remembered, in this process; one that was forgotten is written down again. */
    private static final int REMEMBERED = 10_000;

    private final Outbox outbox;
    private final AnswerJson answers;
    private final ReadLog log;
    private final NodeSettings self;
    private final FollowUp followUp;
    private final Set<String> read = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    OwnMessages(Outbox outbox, AnswerJson answers, ReadLog log, NodeSettings self, FollowUp followUp) {
        this.outbox = outbox;
        this.answers = answers;
        this.log = log;
        this.self = self;
        this.followUp = followUp;
    }

    /** State and history of a message; empty when this node has sent none of that identity. */
    Optional<ObjectNode> find(MessageId id, Locale language) {
        return outbox.find(self.id(), id).map(found -> {
            note(found);
            List<Outbox.Step> history = outbox.history(self.id(), id);
            ObjectNode answer = answers.of(found, history, AnswerJson.english(language));
            followUp.of(found, history).ifPresent(told -> answer.set("followUp", told));
            return answer;
        });
    }

    private void note(Outgoing found) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String reading = (caller == null ? "" : caller.getName()) + ' ' + found.id() + ' ' + found.state();
        if (!read.contains(reading)) {
            log.reads(
                    "message.read",
                    found.id().toString(),
                    Map.of("state", found.state().name()));
            read.add(reading);
        }
    }
}
