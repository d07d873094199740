/** Our own message with words for people beside the codes: what a neighbourhood team gets and answers. */
@NullMarked
package nl.sluis.adapter.partners.wijkteam;

import org.jspecify.annotations.NullMarked;
