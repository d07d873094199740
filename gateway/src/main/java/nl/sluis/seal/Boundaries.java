package nl.sluis.seal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Counts the parts of a {@code multipart} before a parser makes an object of each: six bytes are enough for one, so that a mail of
 * the largest size would fill the memory before anybody looked whose it is.
 */
public final class Boundaries {

    /** More than any mail for us has, and few enough to parse. */
    private static final int MOST = 1000;

    /** Characters of one (RFC 2046, 5.1.1); a longer one would also take long to look for. */
    private static final int LONGEST = 70;

    private Boundaries() {}

    /**
     * Whether what may be boundaries in it are at most a thousand.
     *
     * @param part a {@code multipart}; one that names no boundary is not parsed either, for the parser would guess one, nor one whose boundary is too long
     */
    public static boolean areFew(MimeBodyPart part) throws MessagingException, IOException {
        String boundary = new ContentType(part.getContentType()).getParameter("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST) {
            return false;
        }
        // Raw, as the parser reads it, which believes no encoding of a multipart; and anywhere, for what it takes
        // for the end of a line is its own affair
        try (InputStream in = part.getRawInputStream()) {
            return count(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1), "--" + boundary) <= MOST;
        }
    }

    private static int count(String content, String wanted) {
        int count = 0;
        for (int at = content.indexOf(wanted); at >= 0 && count <= MOST; at = content.indexOf(wanted, at + 1)) {
            count++;
        }
        return count;
    }
}
