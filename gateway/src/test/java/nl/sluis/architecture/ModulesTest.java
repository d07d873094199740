package nl.sluis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import nl.sluis.NodeApplication;
import nl.sluis.architecture.counterexample.modules.Root;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each package of the gateway uses what its package-info declares, and no more. */
class ModulesTest {

    /** What comes from the other jars may be used everywhere; {@link ArchitectureTest} has the exceptions. */
    private static final DescribedPredicate<JavaClass> SHARED =
            resideInAnyPackage("nl.sluis.canonical..", "nl.sluis.policy..", "nl.sluis.adapter..", "nl.sluis.certs..");

    @Test
    void packagesUseWhatTheyDeclare() {
        ApplicationModules.of(NodeApplication.class, SHARED).verify();
    }

    @Test
    void everyPackageDeclaresWhatItUses() {
        assertThat(ApplicationModules.of(NodeApplication.class, SHARED).stream())
                .hasSizeGreaterThan(15)
                .allSatisfy(module -> assertThat(module.getBasePackage()
                                .findAnnotation(org.springframework.modulith.ApplicationModule.class))
                        .as(module.toString())
                        .hasValueSatisfying(declared -> assertThat(declared.allowedDependencies())
                                .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)));
    }

    @Test
    void aPackageThatUsesMoreIsReported() {
        ImportOption all = location -> true;
        assertThat(ApplicationModules.of(Root.class, all).detectViolations().getMessages())
                .anyMatch(message -> message.contains("receive") && message.contains("Sends"));
    }
}
