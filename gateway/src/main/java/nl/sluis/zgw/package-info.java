/** Opens and extends cases in the municipality's case system: APIs of Zaakgericht Werken (ZGW). docs/partners/zgw.md. */
@ApplicationModule(allowedDependencies = {"audit", "feed", "node", "tls", "webhook"})
@NullMarked
package nl.sluis.zgw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
