package nl.sluis.adapter.partners.fhir;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;

/**
 * What a Consent may not have: a scope other than sharing, more than one giver, and anything that narrows or widens in a way that
 * the register cannot keep.
 */
final class ConsentProfile {

    private ConsentProfile() {}

    static boolean fits(Consent consent, FhirSource source) {
        String path = source.path(consent);
        String scope = code(consent, Systems.CONSENT_SCOPE);
        if ("adr".equals(scope) || advanceDirective(consent)) {
            source.fault(
                    path + ".scope",
                    "ADVANCE_DIRECTIVE",
                    "An advance directive is about treatment and is no consent to share.");
            return false;
        }
        boolean fits = refuse(
                source,
                !"patient-privacy".equals(scope),
                path + ".scope",
                "SCOPE_NOT_SUPPORTED",
                "patient-privacy only");
        fits &= refuse(
                source,
                consent.getPerformer().size() > 1,
                path + ".performer",
                "MORE_THAN_ONE_GIVER",
                "one giver only");
        ProvisionComponent provision = consent.getProvision();
        String at = path + ".provision";
        fits &= refuse(source, provision.hasProvision(), at + ".provision", "NESTED_PROVISION", "no nested provisions");
        fits &= unsupported(source, provision.hasAction(), at + ".action");
        fits &= unsupported(source, provision.hasSecurityLabel(), at + ".securityLabel");
        fits &= unsupported(source, provision.hasData(), at + ".data");
        fits &= unsupported(source, provision.hasDataPeriod(), at + ".dataPeriod");
        return fits && extensionsKnown(consent, source);
    }

    /** A notification of Mitz, by the codes that only Mitz uses. */
    static boolean mitz(Consent consent) {
        return consent.hasExtension(Systems.MITZ_EXTENSION);
    }

    private static boolean extensionsKnown(Consent consent, FhirSource source) {
        boolean known =
                !consent.hasModifierExtension() && !consent.getProvision().hasModifierExtension();
        return refuse(
                source,
                !known,
                source.path(consent),
                "MODIFIER_NOT_SUPPORTED",
                "an unknown modifier changes the meaning");
    }

    private static boolean unsupported(FhirSource source, boolean present, String path) {
        return refuse(source, present, path, "PROVISION_NOT_SUPPORTED", "a narrowing that cannot be kept");
    }

    private static boolean refuse(FhirSource source, boolean fault, String path, String code, String why) {
        if (fault) {
            source.fault(path, code, "Not in the flat profile: " + why + ".");
        }
        return !fault;
    }

    private static boolean advanceDirective(Consent consent) {
        return consent.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(coding -> "acd".equals(coding.getCode()));
    }

    private static String code(Consent consent, String system) {
        Base scope = consent.getScope();
        return scope.isEmpty()
                ? ""
                : consent.getScope().getCoding().stream()
                        .filter(coding -> system.equals(coding.getSystem()))
                        .map(Coding::getCode)
                        .findFirst()
                        .orElse("");
    }
}
