package nl.sluis.adapter.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.adapter.ConsentStatement;
import nl.sluis.adapter.Draft;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/** A draft in the making. Says nothing by itself: no ground, role {@code OTHER}, routine. */
public final class Drafting {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final MessageKind kind;
    private final List<PersonDetails> persons = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<ConsentStatement> statements = new ArrayList<>();
    private ProfessionalRole role = ProfessionalRole.OTHER;
    private @Nullable Purpose purpose;
    private LegalBasis basis = LegalBasis.NONE;
    private Urgency urgency = Urgency.ROUTINE;
    private @Nullable MessageId inReplyTo;
    private @Nullable String meldcodeCase;

    /** A draft of a kind. */
    public Drafting(MessageKind kind) {
        this.kind = kind;
    }

    /** On what ground and for what. */
    public Drafting on(LegalBasis basis, @Nullable Purpose purpose) {
        this.basis = basis;
        this.purpose = purpose;
        return this;
    }

    /** Who says it and how fast it must be acted upon. */
    public Drafting by(ProfessionalRole role, Urgency urgency) {
        this.role = role;
        this.urgency = urgency;
        return this;
    }

    /** The message that is answered, by an identity of ours; another partner's number names none and leaves it open. */
    public Drafting answering(@Nullable String number) {
        this.inReplyTo = number != null && UUID.matcher(number).matches() ? MessageId.parse(number) : null;
        return this;
    }

    /** The meldcode case on which it rests; null for none. */
    public Drafting inCase(@Nullable String meldcodeCase) {
        this.meldcodeCase = meldcodeCase;
        return this;
    }

    /** The people and what is said of them. */
    public Drafting about(Collection<DraftPerson> people) {
        for (DraftPerson person : people) {
            persons.add(person.details());
            sections.addAll(person.sections());
        }
        return this;
    }

    /** A consent or refusal that the document states. */
    public Drafting states(ConsentStatement statement) {
        statements.add(statement);
        return this;
    }

    /** The draft. */
    public Draft draft() {
        return new Draft(
                kind,
                null,
                role,
                purpose,
                basis,
                urgency,
                inReplyTo,
                meldcodeCase,
                persons,
                sections,
                statements,
                Set.of(),
                false);
    }
}
