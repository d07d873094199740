package nl.sluis.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A duty that comes with the decision (XACML obligation).
 *
 * @param code what must be done, such as {@code REVIEW_CONSENT_BEFORE}
 * @param due the last day; null when it has none
 */
public record Obligation(String code, @Nullable LocalDate due) {}
