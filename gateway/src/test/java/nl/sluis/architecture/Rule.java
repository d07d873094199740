package nl.sluis.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.UnaryOperator;

/**
 * One rule of the architecture. It is made for a tree of packages: the product's, or the tree of counter-examples, which has a
 * deliberate violation of each rule at the same place below its own root.
 *
 * @param in makes the rule; from the root of a tree it asks the package below that root
 * @param counterExample the class below the root of the counter-examples that must be reported
 */
record Rule(String sentence, In in, String counterExample) {

    /** The rule for one tree. */
    @FunctionalInterface
    interface In {
        ArchRule tree(UnaryOperator<String> below);
    }

    ArchRule of(String root) {
        return in.tree(name -> root + "." + name).as(sentence);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
