/** What this node sends: kept until the recipient has it, tried again with backoff, decided again at every attempt. */
@NullMarked
package nl.sluis.outbox;

import org.jspecify.annotations.NullMarked;
