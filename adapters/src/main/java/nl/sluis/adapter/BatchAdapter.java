package nl.sluis.adapter;

import java.util.List;

/** A format of which one document may hold several messages. As a {@link PartnerAdapter} it reads documents with one. */
public interface BatchAdapter extends PartnerAdapter {

    /**
     * Reads any byte string; faults are values, never exceptions.
     *
     * @param most messages that are read; a document with more is a fault, found before any of them is made
     */
    Batch readAll(Payload payload, int most);

    /**
     * The document given back to its partner in the format in which it came, with what became of each of its messages.
     *
     * @param payload the document that was read
     * @param words for each entry of the batch, in that order, what became of it; never a value of the document
     */
    Payload answer(Payload payload, List<String> words);

    @Override
    default Translation read(Payload payload) {
        Batch batch = readAll(payload, 1);
        return batch.faults().isEmpty()
                ? batch.entries().get(0).translation()
                : new Translation.Untranslatable(batch.faults());
    }
}
