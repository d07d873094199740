package nl.sluis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.sluis.decisions.DecisionSettings;
import nl.sluis.retention.Perishable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class RetentionCommandTest {

    @Test
    void showsEveryClassOfDataThatANodeDestroys() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Perishable.Owner.class));
        List<String> there = scan.findCandidateComponents("nl.sluis").stream()
                .map(BeanDefinition::getBeanClassName)
                .toList();

        List<Perishable.Owner> shown =
                RetentionCommand.owners(new DecisionSettings(Duration.ofDays(90), Duration.ofDays(730)));

        assertThat(shown).extracting(owner -> owner.getClass().getName()).containsExactlyInAnyOrderElementsOf(there);
        assertThat(there).hasSizeGreaterThan(7);
    }
}
