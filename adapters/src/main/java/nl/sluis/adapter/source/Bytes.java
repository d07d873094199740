package nl.sluis.adapter.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import nl.sluis.adapter.Payload;

/** The first gate of every format: size, character set, byte order mark. */
final class Bytes {

    /** Largest document that is read: 16 MiB, room for an OSO dossier with attachments. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Bytes() {}

    /** The text of a payload, exactly; malformed UTF-8 is a fault and never repaired. */
    static Parsed<String> utf8(Payload payload) {
        if (payload.bytes().length > MAX_BYTES) {
            return Parsed.faulty("TOO_LARGE", "The document is larger than 16 MiB.");
        }
        if (!MediaType.parse(payload.mediaType()).map(MediaType::utf8).orElse(true)) {
            return Parsed.faulty("WRONG_CHARSET", "Only UTF-8 is read.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(payload.bytes()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return Parsed.faulty("NOT_UTF8", "The bytes are not UTF-8.");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            return Parsed.faulty("BYTE_ORDER_MARK", "The document starts with a byte order mark; leave it out.");
        }
        return text.isBlank() ? Parsed.faulty("EMPTY", "The document is empty.") : new Parsed.Tree<>(text);
    }
}
