package nl.sluis.send;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.adapter.ArrearsEvidence;
import nl.sluis.canonical.ConsentRecord;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.Person;
import nl.sluis.canonical.PersonRef;
import nl.sluis.consent.ConsentRegister;
import nl.sluis.consent.ConsentsOnRecord;
import nl.sluis.custody.KnownPersons;
import nl.sluis.measure.MeasureRegister;
import nl.sluis.meldcode.MeldcodeFacts;
import nl.sluis.meldcode.MeldcodeRegister;
import nl.sluis.policy.ArrearsRecord;
import nl.sluis.policy.Ground;
import nl.sluis.policy.Informing;
import nl.sluis.policy.Measure;
import nl.sluis.policy.MeldcodeRecord;
import nl.sluis.policy.ReceivingParty;
import nl.sluis.policy.RecordedFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the registers say about the persons of a message. */
@Component
final class Registers {

    private final ConsentsOnRecord consents;
    private final MeldcodeRegister meldcode;
    private final MeasureRegister measures;

    Registers(ConsentsOnRecord consents, MeldcodeRegister meldcode, MeasureRegister measures) {
        this.consents = consents;
        this.meldcode = meldcode;
        this.measures = measures;
    }

    /** Where what was stated here is recorded. */
    ConsentRegister consents() {
        return consents.register();
    }

    /** What is on record at this moment. */
    RecordedFacts recorded(Waiting waiting, KnownPersons known, OrganisationId self, ReceivingParty recipient) {
        String caseId = waiting.meldcodeCase();
        Optional<MeldcodeFacts> found =
                caseId == null ? Optional.empty() : meldcode.find(caseId, known, subjects(waiting.message()));
        return facts(waiting, consents.concerning(known, self, recipient), found, measures.concerning(known));
    }

    /** What came along with what is answered; of measures nothing does, and none permits nothing. */
    static RecordedFacts ofGround(Waiting waiting, Ground ground) {
        return facts(waiting, ground.consents(), Optional.empty(), List.of());
    }

    private static RecordedFacts facts(
            Waiting waiting,
            List<ConsentRecord> consents,
            Optional<MeldcodeFacts> meldcodeFacts,
            List<Measure> measures) {
        @Nullable
        MeldcodeRecord record = meldcodeFacts.map(MeldcodeFacts::meldcode).orElse(null);
        List<Informing> informing = meldcodeFacts.map(MeldcodeFacts::informing).orElse(List.of());
        return new RecordedFacts(
                consents,
                record,
                informing,
                arrears(waiting.arrears()),
                measures,
                waiting.withheldByProfessional(),
                null,
                null,
                RecordedFacts.Disclosure1215.BOTH,
                waiting.parentsMustNotKnow());
    }

    private static @Nullable ArrearsRecord arrears(@Nullable ArrearsEvidence evidence) {
        return evidence == null
                ? null
                : new ArrearsRecord(
                        evidence.contactAttempted() != null,
                        evidence.pointedToHelp() != null,
                        evidence.writtenReminder() != null,
                        evidence.offeredToPassOn() != null,
                        evidence.reaction() == ArrearsEvidence.Reaction.OBJECTED);
    }

    private static Set<PersonRef> subjects(Message message) {
        return message.persons().stream().map(Person::ref).collect(Collectors.toSet());
    }
}
