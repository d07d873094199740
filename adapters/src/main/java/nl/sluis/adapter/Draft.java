package nl.sluis.adapter;

import java.util.List;
import java.util.Set;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.MessageKind;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PersonDetails;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.canonical.Purpose;
import nl.sluis.canonical.Section;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a local system wants to say, in the shared language, before it has an identity, a sender and a time.
 *
 * @param recipient null when the format does not say
 * @param inReplyTo the message that this one answers; null when none
 * @param meldcodeCase the meldcode case that it rests on; null when none
 * @param persons everyone who is mentioned, also those whom no section is about
 * @param statements consents that the document itself states
 * @param withheldByProfessional sections that the professional keeps back
 * @param parentsMustNotKnow whether asking the parents would itself harm
 * @param arrears the evidence behind an arrears signal; null when there is none
 */
public record Draft(
        MessageKind kind,
        @Nullable OrganisationId recipient,
        ProfessionalRole senderRole,
        @Nullable Purpose purpose,
        LegalBasis basis,
        Urgency urgency,
        @Nullable MessageId inReplyTo,
        @Nullable String meldcodeCase,
        List<PersonDetails> persons,
        List<Section> sections,
        List<ConsentStatement> statements,
        Set<SectionId> withheldByProfessional,
        boolean parentsMustNotKnow,
        @Nullable ArrearsEvidence arrears) {

    public Draft {
        persons = List.copyOf(persons);
        sections = List.copyOf(sections);
        statements = List.copyOf(statements);
        withheldByProfessional = Set.copyOf(withheldByProfessional);
    }

    /** Anything but an arrears signal. */
    public Draft(
            MessageKind kind,
            @Nullable OrganisationId recipient,
            ProfessionalRole senderRole,
            @Nullable Purpose purpose,
            LegalBasis basis,
            Urgency urgency,
            @Nullable MessageId inReplyTo,
            @Nullable String meldcodeCase,
            List<PersonDetails> persons,
            List<Section> sections,
            List<ConsentStatement> statements,
            Set<SectionId> withheldByProfessional,
            boolean parentsMustNotKnow) {
        this(
                kind,
                recipient,
                senderRole,
                purpose,
                basis,
                urgency,
                inReplyTo,
                meldcodeCase,
                persons,
                sections,
                statements,
                withheldByProfessional,
                parentsMustNotKnow,
                null);
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Draft[" + kind + "]";
    }
}
