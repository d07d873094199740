package nl.sluis.architecture.counterexample.send;

public class Prints {

    void print() {
        System.out.println("a message");
    }
}
