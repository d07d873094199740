package nl.sluis.adapter;

/**
 * Bytes with their media type, as a local system gave them or will get them.
 *
 * @param mediaType a media type with its parameters (RFC 9110 section 8.3.1), such as {@code application/json;profile=school-concern}
 */
@SuppressWarnings("ArrayRecordComponent") // owned by whoever made it, never shared; equality is not used
public record Payload(String mediaType, byte[] bytes) {

    /** Never the content. */
    @Override
    public String toString() {
        return "Payload[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
