package nl.sluis.send;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.adapter.Draft;
import nl.sluis.attachment.Uploaded;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Original;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.ThreadId;
import nl.sluis.consent.ReceivedGrounds;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Ended;
import nl.sluis.directory.Partner;
import nl.sluis.node.NodeSettings;
import nl.sluis.seal.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Step 2 of the path: gives a draft its identity, its sender, its recipient and its time. */
@Component
final class Stamp {

    private final NodeSettings self;
    private final Directory directory;
    private final ReceivedGrounds grounds;
    private final Uploaded uploaded;
    private final Clock clock;

    Stamp(NodeSettings self, Directory directory, ReceivedGrounds grounds, Uploaded uploaded, Clock clock) {
        this.self = self;
        this.directory = directory;
        this.grounds = grounds;
        this.uploaded = uploaded;
        this.clock = clock;
    }

    /** The recipient, as the directory knows it today. */
    Optional<Partner> partner(@Nullable OrganisationId recipient) {
        return recipient == null ? Optional.empty() : directory.find(recipient);
    }

    /** Since when a recipient can be addressed no more; empty when it can, or is not known. */
    Optional<Ended> ended(@Nullable OrganisationId recipient) {
        return recipient == null ? Optional.empty() : directory.ended(recipient);
    }

    /** Whether a recipient cannot be addressed today and may be again. */
    boolean lapsed(OrganisationId recipient) {
        return directory.lapsed(recipient);
    }

    /** Since when the recipient of a submission can be addressed no more. */
    Optional<Ended> ended(Submission submission) {
        OrganisationId beside = submission.recipient();
        return ended(beside == null ? submission.draft().recipient() : beside);
    }

    /** Who went on with the work of a recipient that has ended, and can be addressed; empty when it has not ended. */
    Optional<Partner> successor(OrganisationId recipient) {
        return directory.ended(recipient).flatMap(Ended::successor).flatMap(directory::find);
    }

    /** Who sent the message that is answered, when it has ended and this partner went on with its work. */
    Optional<OrganisationId> predecessor(Draft draft, Partner partner) {
        MessageId answered = draft.inReplyTo();
        return answered == null
                ? Optional.empty()
                : directory.predecessors(partner.id()).stream()
                        .filter(ended -> grounds.find(ended, answered).isPresent())
                        .findFirst();
    }

    /** Whom a submission is for: what stands beside the document goes before what stands in it. */
    Optional<Partner> recipient(Submission submission) {
        OrganisationId beside = submission.recipient();
        return partner(beside == null ? submission.draft().recipient() : beside);
    }

    /** The thread of the message that is answered, or a new one; empty when that message is not known here. */
    Optional<ThreadId> thread(Draft draft, Partner partner) {
        MessageId answered = draft.inReplyTo();
        return answered == null
                ? Optional.of(new ThreadId(UUID.randomUUID()))
                : grounds.find(partner.id(), answered).map(ReceivedGrounds.Received::thread);
    }

    /** The message; empty when it names an attachment that cannot go. */
    Optional<Message> message(Submission submission, Partner partner, ThreadId thread) {
        return uploaded.lookedUp(submission.draft().sections())
                .map(sections -> message(submission, partner, thread, sections));
    }

    /**
     * What a message says as another one, to another organisation: in the same thread, without what it answered, since that was
     * not said by this one. Empty when it names an attachment that cannot go.
     */
    Optional<Message> anew(Message before, Partner partner) {
        return uploaded.lookedUp(before.sections())
                .map(sections -> new Message(
                        new MessageId(UUID.randomUUID()),
                        before.thread(),
                        null,
                        before.kind(),
                        before.sender(),
                        before.senderRole(),
                        partner.id(),
                        clock.instant(),
                        before.urgency(),
                        before.purpose(),
                        before.basis(),
                        before.persons(),
                        sections,
                        before.original()));
    }

    /** Keeps the attachments of a message as long as it needs them. */
    void keepAttachments(Message message) {
        uploaded.use(message);
    }

    private Message message(Submission submission, Partner partner, ThreadId thread, List<Section> sections) {
        Draft draft = submission.draft();
        return new Message(
                new MessageId(UUID.randomUUID()),
                thread,
                draft.inReplyTo(),
                draft.kind(),
                self.id(),
                draft.senderRole(),
                partner.id(),
                clock.instant(),
                draft.urgency(),
                draft.purpose(),
                basis(draft, partner),
                persons(draft),
                sections,
                new Original(
                        submission.original().mediaType(),
                        Sha256.hex(Sha256.of(submission.original().bytes()))));
    }

    // Word back travels on the ground of its thread, whatever the local system calls it
    private LegalBasis basis(Draft draft, Partner partner) {
        MessageId answered = draft.inReplyTo();
        return answered == null || draft.kind() != MessageKind.FEEDBACK
                ? draft.basis()
                : grounds.find(partner.id(), answered)
                        .map(received -> received.ground().basis())
                        .orElse(LegalBasis.NONE);
    }

    // Only whom a section is about; who else was mentioned stays here
    private static List<Person> persons(Draft draft) {
        Map<PersonRef, HouseholdRole> roles = new HashMap<>();
        draft.persons().forEach(person -> roles.put(person.ref(), person.role()));
        return draft.sections().stream()
                .map(Section::subject)
                .distinct()
                .map(ref -> new Person(ref, roles.getOrDefault(ref, HouseholdRole.OTHER)))
                .toList();
    }
}
