package nl.sluis.canonical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Word that a message was delivered to the recipient's local system, or was refused. Carries no personal data and travels as an
 * envelope like any other.
 *
 * @param id identity of this receipt
 * @param about the message that it is about
 * @param sender the organisation that gives the receipt
 * @param recipient the organisation that sent the message
 * @param code why it was refused; null when delivered
 * @param payloadHash SHA-256 of the sealed content that was opened, hexadecimal; null when it could not be opened
 */
public record Receipt(
        MessageId id,
        MessageId about,
        ThreadId thread,
        OrganisationId sender,
        OrganisationId recipient,
        ReceiptStatus status,
        @Nullable String code,
        Instant at,
        @Nullable String payloadHash) {}
