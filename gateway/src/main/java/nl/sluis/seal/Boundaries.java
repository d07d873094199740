package nl.sluis.seal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import java.io.BufferedInputStream;
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

    private Boundaries() {}

    /**
     * Whether what may be boundaries in it are at most a thousand.
     *
     * @param part a {@code multipart}; one that names no boundary is not parsed either, for the parser would guess one
     */
    public static boolean areFew(MimeBodyPart part) throws MessagingException, IOException {
        String boundary = new ContentType(part.getContentType()).getParameter("boundary");
        if (boundary == null || boundary.isEmpty()) {
            return false;
        }
        // Raw, as the parser reads it, which believes no encoding of a multipart; and anywhere, for what it takes for
        // the
        // end of a line is its own affair
        try (InputStream in = new BufferedInputStream(part.getRawInputStream())) {
            return count(in, ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1)) <= MOST;
        }
    }

    // Knuth, Morris and Pratt
    private static int count(InputStream in, byte[] wanted) throws IOException {
        int[] shorter = shorter(wanted);
        int count = 0;
        int matched = 0;
        for (int next = in.read(); next >= 0 && count <= MOST; next = in.read()) {
            while (matched > 0 && wanted[matched] != (byte) next) {
                matched = shorter[matched - 1];
            }
            if (wanted[matched] == (byte) next) {
                matched++;
            }
            if (matched == wanted.length) {
                count++;
                matched = shorter[matched - 1];
            }
        }
        return count;
    }

    private static int[] shorter(byte[] wanted) {
        int[] shorter = new int[wanted.length];
        int matched = 0;
        for (int i = 1; i < wanted.length; i++) {
            while (matched > 0 && wanted[matched] != wanted[i]) {
                matched = shorter[matched - 1];
            }
            if (wanted[matched] == wanted[i]) {
                matched++;
            }
            shorter[i] = matched;
        }
        return shorter;
    }
}
