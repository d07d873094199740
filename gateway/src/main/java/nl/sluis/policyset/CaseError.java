package nl.sluis.policyset;

/**
 * What is wrong with a case and where. Never carries the value: it may be personal data.
 *
 * @param path JSON pointer inside the case (RFC 6901); empty for the case itself
 * @param code {@code REQUIRED}, {@code UNKNOWN_FIELD}, {@code UNKNOWN_CODE}, {@code INVALID_DATE}, {@code INVALID_VALUE},
 *     {@code WRONG_TYPE}, {@code DUPLICATE}, {@code UNKNOWN_PERSON}, {@code UNKNOWN_ITEM} or {@code MALFORMED_JSON}
 */
public record CaseError(String path, String code) {}
