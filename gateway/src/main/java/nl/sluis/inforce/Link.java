package nl.sluis.inforce;

import java.time.LocalDate;
import nl.sluis.policy.rules.RuleBook;

/**
 * One accepted set in the row of sets, each of which follows the one before it.
 *
 * @param hash of its MANIFEST
 * @param policy hash of its rules
 * @param validFrom the first day of sending for which it decides
 * @param base what the change of the next set is measured against
 * @param book its rules; those that deny everything when what was stored can no longer be trusted or read
 */
record Link(String hash, String policy, LocalDate validFrom, RuleBook book, RuleBook base) {}
