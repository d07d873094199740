package nl.sluis.routes;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.seal.Sha256;

/**
 * What stands outside the encryption of a mail, which anybody may have written: it can keep an answer from going, and never makes one
 * go elsewhere.
 */
record MailHead(MimeMessage mail) {

    private static final String NUMBER = "<[\\x21-\\x7e&&[^<>]]{1,250}>";

    private static final Pattern NUMBERS = Pattern.compile("<[^<>]*>");

    private static final Set<String> MANY = Set.of("bulk", "junk", "list", "auto_reply");

    /**
     * Whether it says that it is from that address alone, and not by a program that answers by itself (RFC 3834, 2).
     *
     * @param address of the partner
     */
    boolean isFrom(String address) {
        try {
            String automatic = mail.getHeader("Auto-Submitted", null);
            Address[] from = mail.getFrom();
            return (automatic == null || automatic.strip().equalsIgnoreCase("no"))
                    && from != null
                    && from.length == 1
                    && from[0] instanceof InternetAddress only
                    && address.equalsIgnoreCase(only.getAddress());
        } catch (MessagingException e) {
            return false;
        }
    }

    /**
     * Whether a refusal may go for it: to none that a program or a list sent, and to none that answers an answer of ours. A program that
     * does not say what it is would be answered for ever.
     *
     * @param own what tells that a number is of an answer of ours
     */
    boolean mayBeRefused(Pattern own) throws MessagingException {
        String precedence = first("Precedence").strip().toLowerCase(Locale.ROOT);
        if (MANY.contains(precedence)
                || mail.getHeader("List-Id") != null
                || first("Return-Path").strip().equals("<>")
                || mail.isMimeType("multipart/report")) {
            return false;
        }
        Matcher answered = NUMBERS.matcher(first("In-Reply-To") + " " + first("References"));
        while (answered.find()) {
            if (own.matcher(answered.group()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Its {@code Message-ID}; empty when there is none, or one that cannot be searched for or stand in a header of ours. */
    String number() throws MessagingException {
        String number = mail.getMessageID();
        return number != null && number.matches(NUMBER) ? number : "";
    }

    /** Tells it from every other mail, as {@link #number()} does where each has its own. */
    byte[] digest() throws MessagingException {
        List<String> lines = new ArrayList<>(Collections.list(mail.getAllHeaderLines()));
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private String first(String name) throws MessagingException {
        String value = mail.getHeader(name, " ");
        return value == null ? "" : value;
    }
}
