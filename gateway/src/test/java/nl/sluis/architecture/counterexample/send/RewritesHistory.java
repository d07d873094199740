package nl.sluis.architecture.counterexample.send;

public class RewritesHistory {

    String sql() {
        return "DELETE FROM audit_entry";
    }
}
