package nl.sluis.adapter.partners.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.Parsed;
import org.jspecify.annotations.Nullable;

/** Every fault that HAPI finds, by the known element it stands under. Its own texts hold values and are thrown away. */
final class CollectedFaults implements IParserErrorHandler {

    private static final int MAX_FAULTS = 50;
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z.]{1,100}");

    private final List<Violation> violations = new ArrayList<>();

    boolean isEmpty() {
        return violations.isEmpty();
    }

    /** What was found, or one fault of the whole when nothing was. */
    <T> Parsed<T> orElse(String code, String message) {
        return violations.isEmpty() ? Parsed.faulty(code, message) : new Parsed.Faulty<>(violations);
    }

    private void add(@Nullable IParseLocation location, String code, String message) {
        String given = location == null ? null : location.getParentElementName();
        String path = given != null && ELEMENT.matcher(given).matches() ? given : "/";
        if (violations.size() < MAX_FAULTS) {
            violations.add(new Violation(path, code, message));
        }
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        add(location, "CONTAINED_WITHOUT_ID", "A contained resource has no id.");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String name,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        add(location, "WRONG_TYPE", "An element under this one has another JSON type than FHIR says.");
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        add(location, "INVALID_VALUE", "An element under this one has a value that its type does not allow.");
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String name) {
        add(location, "REQUIRED", "A required element under this one is missing.");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String name) {
        add(location, "REPEATED", "An element under this one occurs more often than FHIR allows.");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String name) {
        add(location, "UNKNOWN_FIELD", "An attribute under this element is not known to FHIR R4.");
    }

    @Override
    public void unknownElement(IParseLocation location, String name) {
        add(location, "UNKNOWN_FIELD", "An element under this one is not known to FHIR R4.");
    }

    @Override
    public void unknownReference(IParseLocation location, String reference) {
        add(location, "REFERENCE_NOT_FOUND", "A reference under this element leads nowhere.");
    }

    @Override
    public void invalidInternalReference(IParseLocation location, String reference) {
        add(location, "REFERENCE_NOT_FOUND", "A reference under this element leads nowhere.");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        add(location, "INVALID_VALUE", "An extension has a value and extensions at once.");
    }
}
