/** Signs, encrypts, verifies, opens. The only package that touches keys. */
@NullMarked
package nl.sluis.seal;

import org.jspecify.annotations.NullMarked;
