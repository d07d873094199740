package nl.sluis.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What every package and class is like. */
final class ShapeRules {

    static final List<Rule> RULES = List.of(
            new Rule(
                    "no package cycles",
                    below -> slices().matching(below.apply("(**)")).should().beFreeOfCycles(),
                    "circle.one.UsesTwo"),
            new Rule(
                    "every package is null marked",
                    below -> classes().should(beInANullMarkedPackage()),
                    "unmarked.Forgotten"),
            new Rule(
                    "no field injection",
                    below -> noFields()
                            .should()
                            .beAnnotatedWith(Autowired.class)
                            .orShould()
                            .beAnnotatedWith(Value.class)
                            .orShould()
                            .beAnnotatedWith(Resource.class),
                    "send.InjectsAField"),
            new Rule(
                    "names say what a thing does",
                    below -> noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)"),
                    "send.AddressUtils"));

    private ShapeRules() {}

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a null marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(type, marked, type.getName() + " is in a package without null marks"));
            }
        };
    }
}
