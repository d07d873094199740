package nl.sluis.canonical;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a section says. The sort of data is the section's {@link DataCategory}; the content is its shape. */
public sealed interface Content {

    /** Name, birth date and sex. */
    record Identity(PersonName name, PartialDate birthDate, Sex sex) implements Content {
        @Override
        public String toString() {
            return "Identity[...]";
        }
    }

    /** A citizen service number. */
    record CitizenNumber(Bsn bsn) implements Content {}

    /**
     * Where somebody lives.
     *
     * @param secret whether the register keeps the address secret (BRP 07.70.10 other than 0)
     */
    record Address(
            @Nullable String street,
            @Nullable String houseNumber,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country,
            boolean secret)
            implements Content {
        @Override
        public String toString() {
            return "Address[...]";
        }
    }

    /** A way to reach somebody, such as {@code phone} or {@code email}. */
    record ContactPoint(String system, String value) implements Content {
        @Override
        public String toString() {
            return "ContactPoint[...]";
        }
    }

    /**
     * Something stated in words.
     *
     * @param source who told it, when {@link AssertionType#REPORTED_BY}
     */
    record Statement(
            String text,
            AssertionType assertion,
            @Nullable PartialDate observedOn,
            @Nullable String source) implements Content {
        @Override
        public String toString() {
            return "Statement[...]";
        }
    }

    /** A coded finding, such as an ICPC code. */
    record Coded(String system, String code, @Nullable String display) implements Content {
        @Override
        public String toString() {
            return "Coded[...]";
        }
    }

    /** A goal of a plan, with the words of the plan itself for its state. */
    record Goal(
            String description,
            @Nullable String status,
            @Nullable PartialDate due) implements Content {
        @Override
        public String toString() {
            return "Goal[...]";
        }
    }

    /** Something planned: help, a talk, an evaluation. */
    record Planned(
            String description,
            @Nullable PartialDate from,
            @Nullable PartialDate until,
            @Nullable String responsible) implements Content {
        @Override
        public String toString() {
            return "Planned[...]";
        }
    }

    /** An amount of money in euros. */
    record Amount(BigDecimal euros, @Nullable PartialDate since) implements Content {

        /** Most digits on either side of the point. Written out, a number of ten characters can fill a memory. */
        public static final int MOST_DIGITS = 40;

        /**
         * Checks.
         *
         * @throws IllegalArgumentException when it has more digits than {@link #MOST_DIGITS} on either side of the point
         */
        public Amount {
            if (euros.scale() > MOST_DIGITS || (long) euros.precision() - euros.scale() > MOST_DIGITS) {
                throw new IllegalArgumentException("an amount has at most 40 digits on either side of the point");
            }
        }

        @Override
        public String toString() {
            return "Amount[...]";
        }
    }

    /**
     * A part of the partner's own format that is carried as it stands.
     *
     * @param mediaType the media type of the fragment
     */
    record Carried(String mediaType, String text) implements Content {
        @Override
        public String toString() {
            return "Carried[...]";
        }
    }

    /**
     * A file that comes along. Its bytes travel beside the message, in chunks that are sealed on the same permit.
     *
     * @param id the name under which its bytes travel; a random UUID
     * @param title for people, at most 200 characters
     * @param file what it is; null before the sender's node has looked it up
     */
    record Attachment(UUID id, String title, @Nullable File file) implements Content {

        private static final int LONGEST_TITLE = 200;

        /**
         * @throws IllegalArgumentException when the title is blank, too long or has control characters
         */
        public Attachment {
            Text.requireIdentifier(title, LONGEST_TITLE, "title");
        }

        @Override
        public String toString() {
            return "Attachment[" + id + "]";
        }
    }

    /**
     * What a file is.
     *
     * @param mediaType type and subtype, as the sender's own system says; not to be believed
     * @param size in bytes, at least 1
     * @param sha256 of its bytes, 64 lower-case hexadecimal digits
     */
    record File(String mediaType, long size, String sha256) {

        private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+_-]{1,50}/[A-Za-z0-9.+_-]{1,50}");
        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        /**
         * @throws IllegalArgumentException when one of them cannot be
         */
        public File {
            if (size < 1
                    || !MEDIA_TYPE.matcher(mediaType).matches()
                    || !SHA_256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("this is no file");
            }
        }
    }
}
