package nl.sluis.canonical;

/**
 * The bytes as the sender's own system gave them, by their hash; a relay never edits content.
 *
 * @param mediaType media type of the original
 * @param sha256 hash of the original bytes, 64 lower-case hexadecimal digits
 */
public record Original(String mediaType, String sha256) {}
