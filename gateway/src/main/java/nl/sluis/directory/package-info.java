/** The organisations that this node exchanges messages with: identifiers, regime, endpoints and certificates. */
@NullMarked
package nl.sluis.directory;

import org.jspecify.annotations.NullMarked;
