/** The formats of the partners, one package each. */
@NullMarked
package nl.sluis.adapter.partners;

import org.jspecify.annotations.NullMarked;
