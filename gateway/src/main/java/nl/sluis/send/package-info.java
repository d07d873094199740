/** The sending half of the path: stamps, decides, and keeps what may go or must wait. */
@NullMarked
package nl.sluis.send;

import org.jspecify.annotations.NullMarked;
