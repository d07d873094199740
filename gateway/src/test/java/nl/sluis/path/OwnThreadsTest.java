package nl.sluis.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * What goes by the clock in a node. Spring runs all that has a fixed delay on one thread ({@code ClockworkTest} shows what a slow one
 * does then), and each run of a fixed rate on a thread of its own.
 */
@ExtendWith(NodesExtension.class)
class OwnThreadsTest {

    private final SchoolAlone node;

    OwnThreadsTest(SchoolAlone node) {
        this.node = node;
    }

    @Test
    void nothingThatGoesByTheClockWaitsForAnother() {
        List<ScheduledTask> tasks = node.all(ScheduledTaskHolder.class).stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .flatMap(Collection::stream)
                .toList();

        assertThat(tasks.stream().filter(task -> task.getTask() instanceof FixedDelayTask))
                .isEmpty();
        assertThat(tasks.stream().filter(task -> task.getTask() instanceof FixedRateTask))
                .hasSizeGreaterThan(10);
    }
}
