package nl.sluis.send;

import java.util.List;
import java.util.Set;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.adapter.Draft;
import nl.sluis.adapter.MessageJson;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What the sender's node keeps of a message until it has gone: the whole message, and what deciding it again takes.
 *
 * @param arrears the evidence behind an arrears signal; null in everything else, and then not written down
 */
record Waiting(
        Message message,
        List<PersonDetails> persons,
        @Nullable String meldcodeCase,
        Set<SectionId> withheldByProfessional,
        boolean parentsMustNotKnow,
        @Nullable ArrearsEvidence arrears) {

    Waiting {
        persons = List.copyOf(persons);
        withheldByProfessional = Set.copyOf(withheldByProfessional);
    }

    static Waiting of(Message message, Draft draft) {
        return new Waiting(
                message,
                draft.persons(),
                draft.meldcodeCase(),
                draft.withheldByProfessional(),
                draft.parentsMustNotKnow(),
                draft.arrears());
    }

    /** The same content as another message. */
    Waiting as(Message other) {
        return new Waiting(other, persons, meldcodeCase, withheldByProfessional, parentsMustNotKnow, arrears);
    }

    /** Whether seeing by itself that it went may put somebody in danger. */
    boolean shielded() {
        return parentsMustNotKnow || meldcodeCase != null;
    }

    byte[] toJson() {
        return MessageJson.mapper().writeValueAsBytes(this);
    }

    static Waiting fromJson(byte[] json) {
        return MessageJson.mapper().readValue(json, Waiting.class);
    }
}
