package nl.sluis.adapter;

/**
 * A fault in a payload: where, which and in words. Never the value, which may be personal data.
 *
 * @param path the place: a JSON pointer, an XPath or a FHIRPath; {@code /} for the whole
 * @param code stable identifier, upper case with underscores
 * @param message for people, in English
 */
public record Violation(String path, String code, String message) {}
