package nl.sluis.chaos;

/** What is done to the two organisations while messages go on. */
enum Fault {
    /** {@code kill -9} of one of the processes of the school's node, under load. */
    KILL_SENDER_REPLICA("a process of the sender's node is killed"),
    /** {@code kill -9} of every process of the school's node at once. */
    KILL_SENDER("every process of the sender's node is killed"),
    /** {@code kill -9} of the team's node. */
    KILL_RECEIVER("the recipient's node is killed"),
    /** {@code kill -9} of the school's database server. */
    KILL_SENDER_DATABASE("the sender's database is killed"),
    /** {@code kill -9} of the team's database server. */
    KILL_RECEIVER_DATABASE("the recipient's database is killed"),
    /** The lines to both are cut. */
    CUT_LINES("the lines are cut"),
    /** Most connections are slow, or end halfway a question, or in the answer. */
    TROUBLED_LINES("the lines are slow, end halfway and lose answers"),
    /** A process of the school's node is stopped in an orderly way and started again, as for a new version. */
    ROLL_SENDER_REPLICA("a process of the sender's node is stopped and started"),
    /** Envelopes that came before come again, from the sender's own certificate. */
    REPLAY_ENVELOPES("envelopes are brought again"),
    /** The clock of a process of the school's node jumps hours ahead, and back. */
    CLOCK_JUMPS("the clock of one process of the sender's node jumps hours"),
    /** The disk of the team's database is full. */
    DISK_FULL("the disk of the recipient's database is full");

    private final String says;

    Fault(String says) {
        this.says = says;
    }

    /** What it is, for a reader. */
    String says() {
        return says;
    }
}
