package nl.sluis.load;

/** What stands around the figures. */
final class PageText {

    static final String BEFORE = """
            # Performance

            Written by the load run; do not edit, run it again. %s, %s, %d cores, %s, %s. When it began the load of the machine was %.2f, and a forced write
            of 8 kB to its disk took %.2f ms (median). %d repeats, steps of %d s after %d s of warming up at the second rate. Settings beside those of the demo: %s; for both courses
            Java with 512 MB, and for the nodes no limit on the calls of one system or node, of which one stands for all here.

            A school's system sends concerns about 500 pupils, each with their own consent on record, to its node; the node decides, minimises, seals, stores and
            audits it and answers `202`; it goes over mutual TLS to the team's node, which stores, opens, audits and delivers it into the feed; the signed receipt goes back
            and is recorded. Both nodes, their two PostgreSQL servers (`fsync`, `synchronous_commit` on) and the driver share the cores above.

            **Floor**: in the same run, the same bytes by one mutual-TLS POST and one committed row to a second process, and a receipt of 2 kB back the same way. No decision, no
            sealing, no audit, no feed. Its first hop ends at the far side, that of Sluis at the own node: "accepted" is not the same thing in both.

            Messages are sent at moments that are fixed beforehand, and times run from those (no coordinated omission; HdrHistogram). CPU is that of both nodes and both databases
            as Linux counts it, over the step until its last receipt, divided by the messages; the log is what PostgreSQL wrote ahead in both databases. A run in which what was accepted did not all arrive fails.

            """;

    static final String AFTER = """

            *Kept up*: nothing refused, nothing lost, and in the second half of the step receipts came at 90 %% of the rate at least. p99.9 stands only where 10,000 messages were sent. What is
            still warming up in Java counts along: a step is seconds, and a node runs for weeks. While receipts are awaited the driver counts them in the sender's database five times a second,
            which is in its CPU. A load of the machine above its cores when the run began makes the figures unfit to judge by. The floor is driven no
            further than what was asked: its rate here is no limit of it.

            ## Not here

            - An AS4 exchange with phase4 in the same run: its artifacts could not be had where this ran. Measured elsewhere (`stack` of the design): 88 messages/s, 20 ms CPU each, without any store.
            - 2 and 4 replicas, 10 million messages stored, attachments of 250 MB, and overload at ten times the sustainable rate.

            ## Again

            ```sh
            mvn -q -B -DskipTests -P load -pl gateway -am verify -Dload.args="%s"
            ```

            `rates=40,100,200 sizes=5,2,10,100 seconds=20 warm-up=30 repeats=2 page=FILE`; `set:sluis.some.key=value` is a setting of both nodes. Of `sizes` the first is
            measured at all rates, the others at the first rate. Nothing else should run.
            """;

    private PageText() {}
}
