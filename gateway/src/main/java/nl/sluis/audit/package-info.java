/** What happened, when, and on which ground: append-only, in the transaction of what happened. */
@NullMarked
package nl.sluis.audit;

import org.jspecify.annotations.NullMarked;
