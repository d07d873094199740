package nl.sluis.adapter.partners.veiligthuis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.Completeness;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.adapter.Violation;
import nl.sluis.adapter.source.MediaType;
import nl.sluis.canonical.Message;

/** A message of iWmo or iJw in the envelope of the GGK; docs/partners/veilig-thuis.md. Only read. */
public final class GgkAdapter implements PartnerAdapter {

    /** What is read. */
    public static final String MEDIA_TYPE = "application/xml;profile=ggk";

    private static final String INSIDE = "/*/parameters/bericht";

    private final PartnerAdapter inside;
    private final String insideType;

    /**
     * Opens envelopes for another adapter.
     *
     * @param inside reads the message in the envelope
     * @param insideType the media type of that message
     */
    public GgkAdapter(PartnerAdapter inside, String insideType) {
        this.inside = inside;
        this.insideType = insideType;
    }

    @Override
    public String name() {
        return "ggk-envelope";
    }

    @Override
    public boolean reads(String mediaType) {
        return MediaType.isXml(mediaType, "ggk");
    }

    @Override
    public Translation read(Payload payload) {
        return GgkEnvelope.read(payload).fold(Translation.Untranslatable::new, this::open);
    }

    private Translation open(GgkEnvelope envelope) {
        Translation translation = inside.read(new Payload(insideType, envelope.content()));
        if (translation instanceof Translation.Untranslatable no) {
            return new Translation.Untranslatable(no.violations().stream()
                    .map(fault -> new Violation(INSIDE + fault.path(), fault.code(), fault.message()))
                    .toList());
        }
        return translation instanceof Translation.Translated translated
                ? new Translation.Translated(translated.draft(), account(envelope, translated.completeness()))
                : translation;
    }

    /** All of an envelope is read; what is inside has paths of its own. */
    private static Completeness account(GgkEnvelope envelope, Completeness inside) {
        List<String> mapped = new ArrayList<>(inside.mapped());
        mapped.add(envelope.reply() ? "/envelopRetourbericht-ggk_Du01" : "/envelopHeenbericht-ggk_Di01");
        return new Completeness(
                mapped, inside.carried(), inside.notReleased(), inside.notUnderstood(), inside.warnings());
    }

    @Override
    public Optional<Payload> write(Message message) {
        return Optional.empty();
    }
}
