/** What a receiver cannot do without, as a file that an administrator writes, checked before anything is sent. */
@NullMarked
package nl.sluis.adapter.receiver;

import org.jspecify.annotations.NullMarked;
