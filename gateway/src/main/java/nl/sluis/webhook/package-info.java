/** Tells systems of this organisation that something happened to an item of the feed: CloudEvents over HTTPS, with nothing of anybody in them. */
@ApplicationModule(allowedDependencies = {"channel", "feed", "node", "restore", "retention", "tls"})
@NullMarked
package nl.sluis.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
