package nl.sluis.adapter.partners.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.LifeDomain;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Life domains of codes: our own list, and the chapter of an ICPC-1 code (NHG, ICPC-1-NL: P psyche, Z social problems). */
final class FhirDomains {

    private static final Set<String> ICPC = Set.of(
            "http://hl7.org/fhir/sid/icpc-1-nl",
            "http://hl7.org/fhir/sid/icpc-1",
            "urn:oid:2.16.840.1.113883.2.4.4.31.1");
    private static final Pattern SOCIAL = Pattern.compile("Z(\\d\\d).*");

    private FhirDomains() {}

    /** The domain of a problem; a code without a chapter is about the body. */
    static LifeDomain of(CodeableConcept concept) {
        for (Coding coding : concept.getCoding()) {
            String code = coding.getCode();
            if (code != null && coding.getSystem() != null && ICPC.contains(coding.getSystem())) {
                return chapter(code);
            }
        }
        return LifeDomain.LGZ;
    }

    /** The domain that a concept names by our own list. */
    static Optional<LifeDomain> named(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> Systems.LIFE_DOMAIN.equals(coding.getSystem()))
                .flatMap(coding -> byName(coding.getCode()).stream())
                .findFirst();
    }

    static Optional<LifeDomain> byName(String code) {
        for (LifeDomain domain : LifeDomain.values()) {
            if (domain.name().equals(code)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }

    /** The first complete code of a concept. */
    static Optional<Content> coded(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .findFirst()
                .map(coding -> new Content.Coded(coding.getSystem(), coding.getCode(), coding.getDisplay()));
    }

    private static LifeDomain chapter(String code) {
        Matcher social = SOCIAL.matcher(code);
        if (social.matches()) {
            return switch (Integer.parseInt(social.group(1))) {
                case 1, 2 -> LifeDomain.FIN;
                case 3 -> LifeDomain.HUI;
                case 5, 6, 7 -> LifeDomain.WOP;
                case 9 -> LifeDomain.JUS;
                default -> LifeDomain.REL;
            };
        }
        return code.startsWith("P") ? LifeDomain.GGZ : LifeDomain.LGZ;
    }
}
