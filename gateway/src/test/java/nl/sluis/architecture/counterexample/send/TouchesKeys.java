package nl.sluis.architecture.counterexample.send;

import javax.crypto.SecretKey;

public class TouchesKeys {

    byte[] bytes(SecretKey key) {
        return key.getEncoded();
    }
}
