package nl.sluis.policy;

import java.util.EnumSet;
import java.util.Set;
import nl.sluis.canonical.DataCategory;
import nl.sluis.canonical.LegalBasis;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.ProfessionalRole;
import nl.sluis.policy.rules.Point;
import nl.sluis.policy.rules.RuleSet;

/** The facts about the message as a whole. What a ground does not ask stays unknown, which never helps. */
final class MessageFacts {

    private static final Set<DataCategory> IDENTIFYING = EnumSet.of(
            DataCategory.IDENTITY,
            DataCategory.CONTACT,
            DataCategory.BSN,
            DataCategory.ADDRESS,
            DataCategory.REPORTER_IDENTITY);

    private final Question question;
    private final RuleSet rules;
    private final Facts facts;

    private MessageFacts(Question question, RuleSet rules) {
        this.question = question;
        this.rules = rules;
        this.facts = new Facts(Point.unknown(rules.vocabulary()));
    }

    static Facts of(Question question, RuleSet rules) {
        MessageFacts message = new MessageFacts(question, rules);
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
        message.facts.set("maatregel", new MeasureFacts(question).best());
        boolean complete = new RequiredDataFacts(question, rules.required()).complete();
        message.facts.set("minimum", complete ? "volledig" : "onvolledig");
        return message.facts;
    }

    private void claim() {
        SharingRequest request = question.request();
        facts.set("grondslag", request.basis().name())
                .set("in-werking", rules.inForce(request.basis().name()))
                .set("soort", request.kind().name())
                .set("ontvanger", request.recipient().type().name())
                .set("grond-afzender", question.discloserType().name())
                .set("grond-ontvanger", question.receiverType().name())
                .set("rol", request.sender().role() == ProfessionalRole.ARTS ? "ARTS" : "anders")
                .set(
                        "regime",
                        request.sender().regime() == null
                                ? "onbekend"
                                : request.sender().regime().name())
                .set("doel", request.purpose() == null ? "ontbreekt" : "genoemd")
                .set("ouders-mogen-niet-weten", question.facts().parentsMustNotKnow())
                .set("herkenbaar", request.items().stream().anyMatch(item -> IDENTIFYING.contains(item.category())))
                .set("tweede-professional", secondProfessional());
    }

    private boolean secondProfessional() {
        String second = question.facts().secondProfessional();
        return second != null && !second.isBlank();
    }

    private void arrears() {
        ArrearsRecord arrears = question.facts().arrears();
        if (arrears != null) {
            facts.set("huur-contact", arrears.contactAttempted())
                    .set("huur-gewezen", arrears.pointedToHelp())
                    .set("huur-herinnerd", arrears.writtenReminder())
                    .set("huur-aangeboden", arrears.offeredToPassOn())
                    .set("huur-bezwaar", arrears.tenantObjected());
        } else {
            // Nothing recorded is not an objection; the four preconditions are missing all the same.
            facts.set("huur-bezwaar", false);
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
            facts.set("hoofdpersoon", adult ? "meerderjarig" : "minderjarig");
        }
    }
}
