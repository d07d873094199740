package nl.sluis.adapter.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import nl.sluis.adapter.Payload;

/** Text of formats that say themselves in which character set they are. */
public final class StrictText {

    private StrictText() {}

    /** The text in a character set, exactly: bytes that are none of it are a fault and never repaired. */
    public static Parsed<String> read(Payload payload, Charset charset) {
        if (payload.bytes().length > Bytes.MAX_BYTES) {
            return Parsed.faulty("TOO_LARGE", "The document is larger than 16 MiB.");
        }
        try {
            return new Parsed.Tree<>(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(payload.bytes()))
                    .toString());
        } catch (CharacterCodingException other) {
            return Parsed.faulty("WRONG_CHARSET", "The bytes are not of the character set that the document names.");
        }
    }
}
