package nl.sluis.path;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.process.FreePorts;

/** The channels over MLLP of the school's node: with certificates, and on loopback without. */
record SchoolPorts(int certified, int plain) {

    /** Bytes of a message that they read. */
    static final int LARGEST = 256 * 1024;

    private static final int FIRST = 4;

    static SchoolPorts free() throws IOException {
        int base = FreePorts.base(0, 1);
        return new SchoolPorts(base, base + 1);
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        channel(settings, FIRST, "mllp", certified, true);
        channel(settings, FIRST + 1, "mllp-plain", plain, false);
        return settings;
    }

    private static void channel(Map<String, String> settings, int i, String name, int port, boolean tls) {
        String key = "sluis.partners[" + i + "].channel.";
        settings.put(key + "name", name);
        settings.put(key + "system", SchoolFolders.SYSTEM);
        settings.put(key + "media-type", "application/hl7-v2");
        settings.put(key + "recipient", Member.WIJKTEAM.organisation());
        settings.put(key + "mllp.port", String.valueOf(port));
        settings.put(key + "mllp.tls", String.valueOf(tls));
        settings.put(key + "mllp.largest", LARGEST + "B");
    }
}
