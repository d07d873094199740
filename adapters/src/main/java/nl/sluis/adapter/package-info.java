/** Translation between partners' formats and the shared language; pure functions of bytes. */
@NullMarked
package nl.sluis.adapter;

import org.jspecify.annotations.NullMarked;
