package nl.sluis.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads claims of what an identity provider or issuer signed. */
final class Claims {

    private Claims() {}

    /**
     * The values of a claim, as text; none when it is not there.
     *
     * @param path the claim; dots go into it, as in {@code realm_access.roles}
     */
    static List<String> values(Map<String, Object> claims, String path) {
        @Nullable Object claim = claims;
        for (String step : path.split("\\.")) {
            claim = claim instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Collection<?> values = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        return values.stream().map(String::valueOf).toList();
    }
}
