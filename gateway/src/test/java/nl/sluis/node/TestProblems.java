package nl.sluis.node;

import tools.jackson.databind.json.JsonMapper;

/** Makes what only a node makes otherwise. */
public final class TestProblems {

    private TestProblems() {}

    /** Writes problem documents. */
    public static ProblemWriter writer(JsonMapper json) {
        return new ProblemWriter(json);
    }
}
