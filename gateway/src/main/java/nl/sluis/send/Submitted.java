package nl.sluis.send;

import java.util.Set;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonRef;
import nl.sluis.directory.Ended;
import nl.sluis.outbox.MessageState;
import nl.sluis.policy.Verdict;

/** What became of a submission. */
public sealed interface Submitted {

    /** It was decided about. */
    record Decided(Message message, Verdict verdict, MessageState state) implements Submitted {}

    /** The recipient is not named, or not in the directory today. */
    record UnknownRecipient() implements Submitted {}

    /** The recipient can be addressed no more; who went on with its work is another organisation, about which is decided anew. */
    record RecipientEnded(Ended ended) implements Submitted {}

    /** The message that it answers is not known here. */
    record UnknownThread() implements Submitted {}

    /**
     * The ground of its thread came from an organisation that has ended, and is not about who went on with its work.
     *
     * @param ended who has ended
     */
    record ThreadOfEnded(OrganisationId ended) implements Submitted {}

    /** Its recipient has not ended, or nobody who can be addressed went on with its work. */
    record NoSuccessor() implements Submitted {}

    /** An attachment that it names is not here, not whole, not looked at or not clean; or one occurs twice. */
    record UnusableAttachment() implements Submitted {}

    /** The numbers of these persons contradict the register. */
    record ContradictingPersons(Set<PersonRef> mentions) implements Submitted {}
}
