package nl.sluis.adapter.partners.edifact;

import java.util.Optional;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.canonical.Message;

/** A letter or a laboratory report in EDIFACT, one message an interchange (docs/partners/gp.md). Only read. */
public final class EdifactAdapter implements PartnerAdapter {

    /** What is read (RFC 1767). */
    public static final String MEDIA_TYPE = "application/edifact";

    @Override
    public String name() {
        return "edifact-letter";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.parse(mediaType).filter(type -> type.is(MEDIA_TYPE)).isPresent();
    }

    @Override
    public Translation read(Payload payload) {
        return Interchange.read(payload).fold(Translation.Untranslatable::new, EdifactAdapter::translate);
    }

    private static Translation translate(Interchange interchange) {
        return LabReading.isLab(interchange)
                ? new LabReading(interchange).translation()
                : new LetterReading(interchange).translation();
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
