package nl.sluis.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where somebody calls from, as far as anything is held against it: an IPv4 address, or the 64 bits of an IPv6 address that one
 * subscriber has. Kept in memory for as long as it is counted, and written nowhere.
 *
 * @param network as the container writes addresses: four numbers, or the first four groups of eight
 */
record Address(String network) {

    private static final int GROUPS_OF_A_NETWORK = 4;

    /** Of whoever made the connection. No header is believed: there is no proxy that ends TLS before a node. */
    static Address of(HttpServletRequest request) {
        String[] groups = request.getRemoteAddr().split(":", GROUPS_OF_A_NETWORK + 1);
        return groups.length <= GROUPS_OF_A_NETWORK
                ? new Address(request.getRemoteAddr())
                : new Address(groups[0] + ":" + groups[1] + ":" + groups[2] + ":" + groups[3]);
    }

    /** Nothing: it is of a person at home, perhaps. */
    @Override
    public String toString() {
        return "Address";
    }
}
