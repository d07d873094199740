package nl.sluis.send;

import nl.sluis.adapter.Draft;
import nl.sluis.adapter.Payload;
import nl.sluis.canonical.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a local system wants to send.
 *
 * @param draft as its adapter translated it
 * @param original as the local system gave it
 * @param recipient as named beside the document; null when the document says it itself
 */
public record Submission(
        Draft draft, Payload original, @Nullable OrganisationId recipient) {}
