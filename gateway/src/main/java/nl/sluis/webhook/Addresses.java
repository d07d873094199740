package nl.sluis.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses a node calls for a webhook. Who writes the settings, or a name server, must not have it call its own management port,
 * its database or whatever else is near it (server-side request forgery).
 */
final class Addresses {

    private Addresses() {}

    /** Whether a host of the settings is such an address by what is written: no name server is asked. */
    static boolean isWrittenPrivate(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        String lower = bare.toLowerCase(Locale.ROOT);
        if (lower.equals("localhost") || lower.endsWith(".localhost")) {
            return true;
        }
        boolean literal = bare.contains(":") || bare.matches("[0-9.]+");
        try {
            return literal && anyPrivate(bare);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /**
     * Whether one of the addresses of a host is of this machine or of a network of one's own.
     *
     * @throws UnknownHostException when it has none
     */
    static boolean anyPrivate(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host)).stream().anyMatch(Addresses::isPrivate);
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address ? isUniqueLocal(bytes) : isShared(bytes));
    }

    // fc00::/7 (RFC 4193)
    private static boolean isUniqueLocal(byte[] address) {
        return (address[0] & 0xfe) == 0xfc;
    }

    // 0.0.0.0/8 and 100.64.0.0/10 (RFC 1122, RFC 6598)
    private static boolean isShared(byte[] address) {
        return address[0] == 0 || (address[0] == 100 && (address[1] & 0xc0) == 0x40);
    }
}
