package nl.sluis.policy;

import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;

/** The facts about the message as a whole. What a ground does not ask stays unknown, which never helps. */
final class MessageFacts {

    private final Question question;
    private final DayRules rules;
    private final Facts facts;

    private MessageFacts(Question question, DayRules day) {
        this.question = question;
        this.rules = day;
        this.facts = Facts.unknown(day.slots());
    }

    static Facts of(Question question, DayRules day) {
        MessageFacts message = new MessageFacts(question, day);
        message.claim();
        new MeldcodeFacts(question).fill(message.facts);
        if (question.request().basis() == LegalBasis.MELDRECHT_WMO_5_2_6) {
            new InformingFacts(question).fillMessage(message.facts, question.leading());
        }
        if (question.request().basis() == LegalBasis.FAMILY_PRESENT) {
            new MeetingFacts(question).fillMessage(message.facts);
        }
        message.arrears();
        message.principal();
        message.facts
                .set(FactNames.MEASURE, new MeasureFacts(question).best())
                .set(
                        FactNames.MINIMUM,
                        new RequiredDataFacts(question, message.rules.rules().required()).complete());
        return message.facts;
    }

    private void claim() {
        SharingRequest request = question.request();
        facts.set(FactNames.BASIS, request.basis())
                .set(FactNames.IN_FORCE, rules.inForce(request.basis()))
                .set(FactNames.KIND, request.kind())
                .set(FactNames.RECIPIENT, request.recipient().type())
                .set(FactNames.DISCLOSER, question.discloserType())
                .set(FactNames.RECEIVER, question.receiverType())
                .set(FactNames.DOCTOR, request.sender().role() == ProfessionalRole.ARTS)
                .set(FactNames.REGIME, request.sender().regime())
                .set(FactNames.PURPOSE_STATED, request.purpose() != null)
                .set(FactNames.PARENTS_MUST_NOT_KNOW, question.facts().parentsMustNotKnow())
                .set(FactNames.IDENTIFYING, identifying())
                .set(FactNames.SECOND_PROFESSIONAL, secondProfessional());
    }

    private boolean identifying() {
        for (RequestedItem item : question.request().items()) {
            if (item.identifies()) {
                return true;
            }
        }
        return false;
    }

    private boolean secondProfessional() {
        String second = question.facts().secondProfessional();
        return second != null && !second.isBlank();
    }

    private void arrears() {
        ArrearsRecord arrears = question.facts().arrears();
        if (arrears != null) {
            facts.set(FactNames.ARREARS_CONTACT, arrears.contactAttempted())
                    .set(FactNames.ARREARS_HELP, arrears.pointedToHelp())
                    .set(FactNames.ARREARS_REMINDER, arrears.writtenReminder())
                    .set(FactNames.ARREARS_OFFER, arrears.offeredToPassOn())
                    .set(FactNames.ARREARS_OBJECTION, arrears.tenantObjected());
        } else {
            // Nothing recorded is not an objection; the four preconditions are missing all the same.
            facts.set(FactNames.ARREARS_OBJECTION, false);
        }
    }

    private void principal() {
        PersonRef principal = question.principal();
        if (principal == null) {
            return;
        }
        PartialDate birth = question.person(principal).birthDate();
        boolean adult = AgeClass.adult(question.day(), birth.latest());
        boolean minor = !AgeClass.adult(question.day(), birth.earliest());
        if (adult || minor) {
            facts.set(FactNames.PRINCIPAL_ADULT, adult);
        }
    }
}
