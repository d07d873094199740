package nl.sluis.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key that opens what was sealed to its certificate. */
record OpeningKey(X509Certificate certificate, PrivateKey key) {

    /** Never the key. */
    @Override
    public String toString() {
        return "OpeningKey[" + certificate.getSerialNumber() + "]";
    }
}
