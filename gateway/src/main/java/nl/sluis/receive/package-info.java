/** The receiving half of the path: stores, answers, and then works. */
@NullMarked
package nl.sluis.receive;

import org.jspecify.annotations.NullMarked;
