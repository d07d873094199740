/** The pages on which somebody decides: about an item of the feed, and about a task. */
@NullMarked
package nl.sluis.console.work;

import org.jspecify.annotations.NullMarked;
