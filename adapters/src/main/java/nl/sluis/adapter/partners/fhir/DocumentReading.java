package nl.sluis.adapter.partners.fhir;

import java.util.List;
import nl.sluis.adapter.Translation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Which kind of document it is: by what it holds, not by its type of Bundle. */
final class DocumentReading {

    /** Most resources in one document; a referral has about fifteen. */
    static final int MAX_RESOURCES = 1_000;

    private DocumentReading() {}

    static Translation translate(FhirSource source) {
        if (source.resources().size() > MAX_RESOURCES) {
            source.fault("/", "TOO_MANY", "At most 1000 resources a document.");
            return source.untranslatable();
        }
        for (Composition composition : source.all(Composition.class)) {
            if (MessageBundleReading.isOurs(composition)) {
                return MessageBundleReading.read(source, composition);
            }
        }
        boolean referral = !source.all(ServiceRequest.class).isEmpty()
                || !source.all(Task.class).isEmpty();
        boolean plan = !source.all(CarePlan.class).isEmpty();
        if (referral && plan) {
            source.fault("/", "AMBIGUOUS", "A document is a referral or a care plan, not both.");
            return source.untranslatable();
        }
        if (referral) {
            return new ReferralReading(source).translation();
        }
        if (plan) {
            return new CarePlanReading(source).translation();
        }
        return source.all(Consent.class).isEmpty() ? nothing(source) : ConsentReading.consents(source);
    }

    /** A resource that is no message by itself; what it refers to shows what is missing around it. */
    private static Translation nothing(FhirSource source) {
        source.resources().forEach(resource -> deadEnds(resource, source));
        source.fault(
                source.path(source.root()),
                "NO_MESSAGE",
                "No referral (ServiceRequest), care plan (CarePlan) or consent (Consent) is here.");
        return source.untranslatable();
    }

    private static void deadEnds(Base element, FhirSource source) {
        if (element instanceof Reference reference
                && reference.hasReference()
                && source.resolve(reference).isEmpty()) {
            source.fault(
                    source.path(reference), "REFERENCE_NOT_FOUND", "The resource that this refers to is not here.");
            return;
        }
        for (Property property : element.children()) {
            List<Base> values = property.getValues();
            values.forEach(value -> deadEnds(value, source));
        }
    }
}
