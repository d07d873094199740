package nl.sluis.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.sluis.cli.SameJvm;
import nl.sluis.process.SchoolSystem.Child;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code sluis audit verify} against somebody who can write in the database of a running node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlteredAuditTest {

    private static final int ALTERED = 3;

    private TwoNodes nodes;
    private JdbcTemplate tables;
    private long tip;

    @BeforeAll
    void aQuietNodeWithAnAudit(@TempDir Path home) throws Exception {
        nodes = new TwoNodes(home);
        nodes.school().start();
        nodes.schoolSystem().knows(Child.MILA);
        nodes.schoolSystem().consents("sanne", Child.MILA);
        nodes.schoolSystem().reports(Child.MILA);
        tables = nodes.school().database().tables();
        tip = nodes.school().database().count("audit_entry");
        assertThat(tip).isGreaterThan(ALTERED + 1);
    }

    @AfterAll
    void end() throws Exception {
        nodes.close();
    }

    @BeforeEach
    void keepACopy() {
        tables.execute("CREATE TABLE kept AS SELECT * FROM audit_entry");
    }

    @AfterEach
    void putItBack() {
        tables.execute("TRUNCATE audit_entry");
        tables.execute("INSERT INTO audit_entry SELECT * FROM kept");
        tables.execute("DROP TABLE kept");
    }

    @Test
    void anAuditThatNobodyTouchedIsIntact() throws Exception {
        // In a process of its own, as an auditor has it
        Program.Ran ran = nodes.school().verifyAudit();
        assertThat(ran.output())
                .startsWith("de-wilgenhof: intact, " + tip + " entries")
                .contains("but: no witness");
        assertThat(ran.exitCode()).as("nobody else has signed").isEqualTo(3);
    }

    @Test
    void anAlteredEntryIsNamed() {
        tables.update("UPDATE audit_entry SET detail = replace(detail, '}', ' }') WHERE n = ?", ALTERED);
        assertBrokenAt(ALTERED);
    }

    @Test
    void anEntryWithAnotherTimeIsNamed() {
        tables.update("UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE n = ?", ALTERED);
        assertBrokenAt(ALTERED);
    }

    @Test
    void aRemovedEntryIsNamed() {
        tables.update("DELETE FROM audit_entry WHERE n = ?", ALTERED);
        assertBrokenAt(ALTERED);
    }

    @Test
    void aRemovedEntryIsNamedAlsoWhenTheOthersCloseTheGap() {
        tables.update("DELETE FROM audit_entry WHERE n = ?", ALTERED);
        tables.update("UPDATE audit_entry SET n = -(n - 1) WHERE n > ?", ALTERED);
        tables.update("UPDATE audit_entry SET n = -n WHERE n < 0");
        assertBrokenAt(ALTERED);
    }

    @Test
    void anAppendedEntryIsNamed() {
        tables.update("INSERT INTO audit_entry SELECT n + 1, at, event, message_id, detail, hash FROM audit_entry"
                + " ORDER BY n DESC LIMIT 1");
        assertBrokenAt(tip + 1);
    }

    @Test
    void aMissingTailIsNamed() {
        tables.update("DELETE FROM audit_entry WHERE n >= ?", tip - 1);
        assertBrokenAt(tip - 1);
    }

    private void assertBrokenAt(long n) {
        SameJvm.Ran ran = SameJvm.run(
                "audit", "verify", "--config", nodes.school().configuration().toString());
        assertThat(ran.output()).isEqualToIgnoringNewLines("de-wilgenhof: BROKEN at entry " + n);
        assertThat(ran.exitCode()).isEqualTo(1);
    }
}
