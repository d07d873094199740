/**
 * The load run of docs/performance.md: two nodes in processes of their own over mutual TLS, at rates that are fixed beforehand, and beside them in the same
 * run the floor, which carries the same bytes over as many hops and does nothing else.
 */
@NullMarked
package nl.sluis.load;

import org.jspecify.annotations.NullMarked;
