/** A public key infrastructure for development: real chains, real keys, and a mark that refuses them in production. */
@NullMarked
package nl.sluis.certs;

import org.jspecify.annotations.NullMarked;
