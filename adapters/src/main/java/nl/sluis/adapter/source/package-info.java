/** Strict reading of bytes into trees, and the account of what became of each part of them. */
@NullMarked
package nl.sluis.adapter.source;

import org.jspecify.annotations.NullMarked;
