package nl.sluis.adapter.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import nl.sluis.adapter.Payload;
import org.jspecify.annotations.Nullable;

/** The first gate of every format: size, character set, byte order mark. */
final class Bytes {

    /** Largest document that is read: 16 MiB, room for an OSO dossier with attachments. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final char REPLACEMENT = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Bytes() {}

    /** The text of a payload, exactly; malformed UTF-8 is a fault and never repaired. */
    static Parsed<String> utf8(Payload payload) {
        return text(payload, StandardCharsets.UTF_8, false);
    }

    /**
     * The text of a payload in a character set that was agreed, exactly.
     *
     * @param marked whether a byte order mark may stand before UTF-8; it is left out of the text
     */
    static Parsed<String> text(Payload payload, Charset charset, boolean marked) {
        if (payload.bytes().length > MAX_BYTES) {
            return Parsed.faulty("TOO_LARGE", "The document is larger than 16 MiB.");
        }
        if (!MediaType.parse(payload.mediaType())
                .map(type -> type.charsetIs(charset.name()))
                .orElse(true)) {
            return Parsed.faulty("WRONG_CHARSET", "Only " + charset.name() + " is read.");
        }
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        String text = decoded(payload.bytes(), charset);
        if (text == null) {
            return utf8
                    ? Parsed.faulty("NOT_UTF8", "The bytes are not UTF-8.")
                    : Parsed.faulty("WRONG_CHARSET", "The bytes are not " + charset.name() + ".");
        }
        if (!utf8 && readsAsUtf8(payload.bytes())) {
            return Parsed.faulty("WRONG_CHARSET", "The bytes are UTF-8 and not " + charset.name() + ".");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            if (!marked) {
                return Parsed.faulty("BYTE_ORDER_MARK", "The document starts with a byte order mark; leave it out.");
            }
            text = text.substring(1);
        }
        return text.isBlank() ? Parsed.faulty("EMPTY", "The document is empty.") : new Parsed.Tree<>(text);
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        // Much faster than a decoder; what it cannot read becomes U+FFFD, so without one nothing was repaired
        String text = new String(bytes, charset);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherBytes) {
            return null;
        }
    }

    /** Letters with accents of a single-byte set all but never make well-formed UTF-8: then somebody saved the file otherwise. */
    private static boolean readsAsUtf8(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return decoded(bytes, StandardCharsets.UTF_8) != null;
            }
        }
        return false;
    }
}
