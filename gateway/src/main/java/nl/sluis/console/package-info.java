/** The web pages of a node, for people; Dutch first, English on request. */
@NullMarked
package nl.sluis.console;

import org.jspecify.annotations.NullMarked;
