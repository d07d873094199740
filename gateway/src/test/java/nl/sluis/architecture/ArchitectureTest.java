package nl.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.NodeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that hold everywhere; each is shown to find a deliberate violation. */
class ArchitectureTest {

    private static final String PRODUCT = NodeApplication.class.getPackageName();
    private static final String COUNTER_EXAMPLES = ArchitectureTest.class.getPackageName() + ".counterexample";

    private static final JavaClasses PRODUCT_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PRODUCT);
    private static final JavaClasses COUNTER_EXAMPLE_CLASSES = new ClassFileImporter().importPackages(COUNTER_EXAMPLES);

    private static final Path SOURCES = Path.of("src", "main", "java", "nl", "sluis");
    private static final Path COUNTER_EXAMPLE_SOURCES =
            Path.of("src", "test", "java", "nl", "sluis", "architecture", "counterexample");

    static Stream<Rule> rules() {
        return Stream.of(FunctionRules.RULES, GatewayRules.RULES, ShapeRules.RULES)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(Rule rule) {
        rule.of(PRODUCT).check(PRODUCT_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleReportsItsCounterExample(Rule rule) {
        assertThat(rule.of(COUNTER_EXAMPLES)
                        .evaluate(COUNTER_EXAMPLE_CLASSES)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(violation -> violation.contains(COUNTER_EXAMPLES + "." + rule.counterExample()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical.Message", "policy.Permit", "adapter.partners.Adapters", "certs.DevelopmentPki"})
    void theOtherModulesAreLookedAtToo(String type) {
        assertThat(PRODUCT_CLASSES.contain(PRODUCT + "." + type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "policies", "adapters", "certs-dev"})
    void onlyTheTwoLoopsCatchWhatTheyDoNotKnow(String module) throws IOException {
        assertThat(SourceRules.broadCatches(Path.of("..", module).resolve(SOURCES)))
                .isEmpty();
    }

    @Test
    void aBroadCatchIsReported() throws IOException {
        assertThat(SourceRules.broadCatches(COUNTER_EXAMPLE_SOURCES))
                .singleElement()
                .asString()
                .startsWith("send/CatchesAll.java");
    }

    @Test
    void onlyAuditNamesItsTables() throws IOException {
        assertThat(SourceRules.auditTables(SOURCES)).isEmpty();
    }

    @Test
    void aTableOfTheAuditNamedElsewhereIsReported() throws IOException {
        assertThat(SourceRules.auditTables(COUNTER_EXAMPLE_SOURCES))
                .singleElement()
                .asString()
                .startsWith("send/RewritesHistory.java");
    }
}
