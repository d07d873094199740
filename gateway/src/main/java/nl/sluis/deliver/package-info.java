/** The last step to the people: what was received goes to the feed, with the ground that came along. */
@ApplicationModule(allowedDependencies = {"attachment", "consent", "copies", "directory", "feed"})
@NullMarked
package nl.sluis.deliver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
