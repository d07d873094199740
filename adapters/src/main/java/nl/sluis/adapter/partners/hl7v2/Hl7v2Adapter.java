package nl.sluis.adapter.partners.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.MediaType;

/** HL7 v2.4 and v2.5, {@code REF^I12} (docs/partners/gp.md). Only read; {@link Acknowledgement} writes the answer. */
public final class Hl7v2Adapter implements PartnerAdapter {

    /** What is read. */
    public static final String MEDIA_TYPE = "application/hl7-v2";

    /**
     * By what a sender knows a message again (HL7 v2.5, 2.15.9.10): the number in MSH-10 of the application and the organisation in
     * MSH-3 and MSH-4; empty when it has none.
     */
    public static Optional<String> number(Payload payload) {
        String[] header = Er7.header(payload);
        return header == null || Er7.field(header, 10).isBlank()
                ? Optional.empty()
                : Optional.of(String.join("\n", Er7.field(header, 3), Er7.field(header, 4), Er7.field(header, 10)));
    }

    @Override
    public String name() {
        return "hl7-v2-ref-i12";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType).filter(type -> type.is(MEDIA_TYPE)).isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        return Er7.read(payload).fold(Translation.Untranslatable::new, Hl7v2Adapter::translate);
    }

    private static Translation translate(Message message) {
        try {
            return new ReferralReading(new Segments(message)).translation();
        } catch (HL7Exception broken) {
            return new Translation.Untranslatable(
                    List.of(new Violation("/", "NOT_HL7", "The segments cannot be read.")));
        }
    }

    @Override
    public Optional<Payload> write(nl.sluis.canonical.Message message) {
        return Optional.empty();
    }
}
