/** Who may come in: own systems, partners' nodes, and people in a browser. Default is nobody. */
@NullMarked
package nl.sluis.access;

import org.jspecify.annotations.NullMarked;
