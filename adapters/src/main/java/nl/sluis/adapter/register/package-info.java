/** What registers say, turned into the facts that a decision rests on. Pure: whoever asks the register stands elsewhere. */
@NullMarked
package nl.sluis.adapter.register;

import org.jspecify.annotations.NullMarked;
