/** What debt help exchanges: DDAS early-warning signals and debt-help trajectories in JSON, and the signature on their bytes. */
@NullMarked
package nl.sluis.adapter.partners.debt;

import org.jspecify.annotations.NullMarked;
