package nl.sluis.submit;

import java.util.List;
import nl.sluis.adapter.Batch;
import nl.sluis.adapter.BatchAdapter;
import nl.sluis.adapter.Payload;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes documents with several messages: each goes the path by itself. */
@Component
final class Batches {

    /** More would keep the caller waiting for minutes. */
    static final int MOST_MESSAGES = 1_000;

    private final PartnerFormats formats;
    private final BatchEntries entries;

    Batches(PartnerFormats formats, BatchEntries entries) {
        this.formats = formats;
        this.entries = entries;
    }

    /** What became of a document. */
    sealed interface Taken {

        /**
         * Its messages were read.
         *
         * @param answer the document with a word about each of them
         * @param all whether each was decided about
         */
        record Handed(Payload answer, boolean all) implements Taken {}

        /**
         * Nothing of it could be read.
         *
         * @param answer the same in its partner's format
         */
        record Faulty(List<Violation> faults, Payload answer) implements Taken {}

        /** Nobody here reads its media type as several messages. */
        record Unsupported() implements Taken {}
    }

    /** Whether documents of this media type may hold several messages. */
    boolean read(String mediaType) {
        return formats.batches(mediaType).isPresent();
    }

    /** Submits each of its messages in a transaction of its own. */
    Taken take(Payload payload, @Nullable OrganisationId recipient, SubmissionKey key, boolean english) {
        BatchAdapter adapter = formats.batches(payload.mediaType()).orElse(null);
        if (adapter == null) {
            return new Taken.Unsupported();
        }
        Batch batch = adapter.readAll(payload, MOST_MESSAGES);
        if (!batch.faults().isEmpty()) {
            return new Taken.Faulty(batch.faults(), adapter.answer(payload, List.of()));
        }
        List<BatchEntries.Word> words = batch.entries().stream()
                .map(entry -> entries.submit(entry, recipient, key, english))
                .toList();
        Payload answer = adapter.answer(
                payload, words.stream().map(BatchEntries.Word::text).toList());
        return new Taken.Handed(answer, words.stream().allMatch(BatchEntries.Word::decided));
    }
}
