package nl.sluis.architecture.counterexample.seal;

public class Sealer {

    public Envelope seal(byte[] content) {
        return new Envelope();
    }
}
