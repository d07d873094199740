package nl.sluis.routes;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.adapter.Violation;
import nl.sluis.seal.Boundaries;

/** The one document of a mail. What stands beside it as text is for people, and is not read. */
final class MailAttachment {

    private static final int DEEPEST = 5;
    private static final int MOST = 20;

    private final String mediaType;
    private final int largest;

    /**
     * @param mediaType that the document has to be of
     * @param largest bytes of it
     */
    MailAttachment(String mediaType, int largest) {
        this.mediaType = mediaType;
        this.largest = largest;
    }

    /** What was found. */
    sealed interface Found {

        /** The document. */
        @SuppressWarnings("ArrayRecordComponent") // read once and dropped
        record Document(byte[] bytes) implements Found {}

        /** There is none that is read. */
        record Fault(Violation why) implements Found {}
    }

    /** Looks through what was signed, and nothing else. */
    Found in(MimeBodyPart content) {
        try {
            List<Part> parts = new ArrayList<>();
            if (!collect(content, parts, 0)) {
                return fault("/", "TOO_DEEP_OR_TOO_LONG", "The mail has more parts than are read.");
            }
            return switch (parts.size()) {
                case 0 -> fault("/", "NO_ATTACHMENT", "There is no attachment.");
                case 1 -> document(parts.getFirst());
                default -> fault("/", "SEVERAL_ATTACHMENTS", "There is more than one attachment.");
            };
        } catch (MessagingException | IOException e) {
            return fault("/", "NOT_MIME", "The content is no MIME that can be read.");
        }
    }

    private static boolean collect(Part part, List<Part> found, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || found.size() > MOST) {
            return false;
        }
        if (part.isMimeType("multipart/*")) {
            if (!(part instanceof MimeBodyPart whole)
                    || !Boundaries.areFew(whole)
                    || !(part.getContent() instanceof Multipart several)
                    || several.getCount() > MOST) {
                return false;
            }
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart each = several.getBodyPart(i);
                if (!collect(each, found, depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        if (!isText(part)) {
            found.add(part);
        }
        return true;
    }

    private static boolean isText(Part part) throws MessagingException {
        return (part.isMimeType("text/plain") || part.isMimeType("text/html"))
                && part.getFileName() == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private Found document(Part part) throws MessagingException, IOException {
        if (!isOfItsType(part)) {
            return fault("/attachment", "WRONG_TYPE", "The attachment is not of the media type of this channel.");
        }
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(largest + 1);
            return bytes.length > largest
                    ? fault("/attachment", "TOO_LARGE", "The attachment is larger than " + largest + " bytes.")
                    : new Found.Document(bytes);
        }
    }

    // A mail program that does not know a file says octet-stream
    private boolean isOfItsType(Part part) throws MessagingException {
        try {
            ContentType said = new ContentType(part.getContentType());
            ContentType wanted = new ContentType(mediaType);
            String profile = said.getParameter("profile");
            return said.match("application/octet-stream")
                    || said.match(wanted.getBaseType())
                            && (profile == null || profile.equals(wanted.getParameter("profile")));
        } catch (ParseException e) {
            return false;
        }
    }

    private static Found fault(String path, String code, String message) {
        return new Found.Fault(new Violation(path, code, message));
    }
}
