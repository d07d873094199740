package nl.sluis.architecture.counterexample.directory;

import java.security.PrivateKey;
import org.bouncycastle.asn1.x500.X500Name;

public class TouchesKeys {

    byte[] bytes(PrivateKey key, X500Name allowed) {
        return key.getEncoded();
    }
}
