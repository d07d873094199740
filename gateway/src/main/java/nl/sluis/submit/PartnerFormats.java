package nl.sluis.submit;

import java.util.List;
import java.util.Optional;
import nl.sluis.adapter.BatchAdapter;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Translation;
import nl.sluis.canonical.Message;
import nl.sluis.node.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Step 1 of the path: finds the adapter of a media type. */
@Component
final class PartnerFormats {

    private final List<PartnerAdapter> adapters;

    PartnerFormats(List<PartnerAdapter> adapters) {
        this.adapters = adapters;
    }

    /** The translation; empty when no adapter reads this media type. */
    Optional<Translation> reading(Payload payload) {
        return adapters.stream()
                .filter(adapter -> adapter.reads(payload.mediaType()))
                .findFirst()
                .map(adapter -> adapter.read(payload));
    }

    /** The adapter of a media type of which one document may hold several messages; empty when there is none. */
    Optional<BatchAdapter> batches(String mediaType) {
        return adapters.stream()
                .filter(adapter -> adapter.reads(mediaType))
                .findFirst()
                .filter(BatchAdapter.class::isInstance)
                .map(BatchAdapter.class::cast);
    }

    /** The message as the local system of that format gets it; empty when no adapter writes it. */
    Optional<Payload> writing(String mediaType, Message message) {
        return adapters.stream()
                .filter(adapter -> adapter.reads(mediaType))
                .flatMap(adapter -> adapter.write(message).stream())
                .findFirst();
    }

    ResponseEntity<ProblemDetail> unsupported() {
        return Problems.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "No adapter reads this Content-Type");
    }
}
