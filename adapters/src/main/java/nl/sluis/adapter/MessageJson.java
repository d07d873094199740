package nl.sluis.adapter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.Cancellation;
import nl.sluis.canonical.ConsentNews;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.Message;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Receipt;
import nl.sluis.canonical.SectionId;
import nl.sluis.canonical.ThreadId;
import nl.sluis.canonical.WithdrawalNotice;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of the shared language: what stands inside an envelope between nodes, and what nodes keep. Strict: unknown
 * fields, duplicate keys and missing values are errors.
 */
public final class MessageJson {

    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(Content.class, ContentTypes.class)
            .addMixIn(ConsentNews.class, NewsTypes.class)
            .addMixIn(MessageId.class, Uuid.class)
            .addMixIn(ThreadId.class, Uuid.class)
            .addMixIn(OrganisationId.class, Name.class)
            .addMixIn(PersonRef.class, Name.class)
            .addMixIn(SectionId.class, Name.class)
            .addMixIn(Bsn.class, Name.class)
            .addMixIn(PartialDate.class, Date.class)
            .build();

    private MessageJson() {}

    /** The mapper of the shared language, for stores that keep parts of it. Never reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Writes a message as UTF-8 JSON; the same message gives the same bytes. */
    public static byte[] write(Message message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /** Writes a receipt as UTF-8 JSON. */
    public static byte[] write(Receipt receipt) {
        return MAPPER.writeValueAsBytes(receipt);
    }

    /** Writes a notice of withdrawal as UTF-8 JSON. */
    public static byte[] write(WithdrawalNotice notice) {
        return MAPPER.writeValueAsBytes(notice);
    }

    /** Writes a cancellation as UTF-8 JSON. */
    public static byte[] write(Cancellation cancellation) {
        return MAPPER.writeValueAsBytes(cancellation);
    }

    /**
     * Reads a cancellation.
     *
     * @throws tools.jackson.core.JacksonException when the bytes are no cancellation
     */
    public static Cancellation readCancellation(byte[] json) {
        return MAPPER.readValue(json, Cancellation.class);
    }

    /** Writes news about consents as UTF-8 JSON. */
    public static byte[] write(ConsentNews news) {
        return MAPPER.writerFor(ConsentNews.class).writeValueAsBytes(news);
    }

    /**
     * Reads news about consents.
     *
     * @throws tools.jackson.core.JacksonException when the bytes are no news
     */
    public static ConsentNews readNews(byte[] json) {
        return MAPPER.readValue(json, ConsentNews.class);
    }

    /**
     * Reads a notice of withdrawal.
     *
     * @throws tools.jackson.core.JacksonException when the bytes are no notice
     */
    public static WithdrawalNotice readNotice(byte[] json) {
        return MAPPER.readValue(json, WithdrawalNotice.class);
    }

    /**
     * Reads a message.
     *
     * @throws tools.jackson.core.JacksonException when the bytes are no message; its text may hold values and is never shown
     */
    public static Message readMessage(byte[] json) {
        return MAPPER.readValue(json, Message.class);
    }

    /**
     * Reads a receipt.
     *
     * @throws tools.jackson.core.JacksonException when the bytes are no receipt
     */
    public static Receipt readReceipt(byte[] json) {
        return MAPPER.readValue(json, Receipt.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Content.Identity.class, name = "identity"),
        @JsonSubTypes.Type(value = Content.CitizenNumber.class, name = "bsn"),
        @JsonSubTypes.Type(value = Content.Address.class, name = "address"),
        @JsonSubTypes.Type(value = Content.ContactPoint.class, name = "contact"),
        @JsonSubTypes.Type(value = Content.Statement.class, name = "statement"),
        @JsonSubTypes.Type(value = Content.Coded.class, name = "coded"),
        @JsonSubTypes.Type(value = Content.Goal.class, name = "goal"),
        @JsonSubTypes.Type(value = Content.Planned.class, name = "planned"),
        @JsonSubTypes.Type(value = Content.Amount.class, name = "amount"),
        @JsonSubTypes.Type(value = Content.Carried.class, name = "carried"),
        @JsonSubTypes.Type(value = Content.Attachment.class, name = "attachment")
    })
    private interface ContentTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "news")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ConsentNews.Copy.class, name = "copy"),
        @JsonSubTypes.Type(value = ConsentNews.Word.class, name = "word"),
        @JsonSubTypes.Type(value = ConsentNews.Question.class, name = "question")
    })
    private interface NewsTypes {}

    private abstract static class Name {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Name(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class Uuid {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Uuid(UUID value) {}

        @JsonValue
        abstract UUID value();
    }

    private abstract static class Date {
        @JsonCreator
        static PartialDate parse(String text) {
            throw new IllegalStateException("a mix-in is never called");
        }

        @Override
        @JsonValue
        public abstract String toString();
    }
}
