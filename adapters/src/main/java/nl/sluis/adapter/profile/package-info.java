/** Files that an administrator writes: YAML read strictly, with every fault at its line and column. */
@NullMarked
package nl.sluis.adapter.profile;

import org.jspecify.annotations.NullMarked;
