package nl.sluis.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URL;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.sluis.policy.Decision;

/** Policies and adapters are functions, and nobody forges what they give. */
final class FunctionRules {

    private static final String OUTSIDE =
            "java\\.net\\..*|java\\.nio\\.(file|channels)\\..*|java\\.io\\.(File|Random).*"
                    + "|java\\.lang\\.(Process|ProcessBuilder|Thread|Runtime)|java\\.util\\.concurrent\\..*Executor.*";
    private static final String CHANCE = "java\\.util\\.(Random|SplittableRandom)|java\\.util\\.random\\..*"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom";
    private static final String LOG = "org\\.slf4j\\..*|java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger.*"
            + "|org\\.apache\\.commons\\.logging\\..*";

    static final List<Rule> RULES = List.of(
            new Rule(
                    "policies use nothing but Java and the null annotations",
                    below -> classes()
                            .that()
                            .resideInAnyPackage(policies(below))
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    "java..",
                                    "javax.xml.stream..",
                                    "org.jspecify..",
                                    below.apply("canonical.."),
                                    below.apply("policy..")),
                    "policy.UsesSpring"),
            new Rule(
                    "adapters never use policy",
                    below -> noClasses()
                            .that()
                            .resideInAPackage(below.apply("adapter.."))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(below.apply("policy..")),
                    "adapter.Decides"),
            new Rule(
                    "partners do not use each other",
                    below -> slices().matching(below.apply("adapter.partners.(*).."))
                            .should()
                            .notDependOnEachOther(),
                    "adapter.partners.one.UsesTwo"),
            new Rule(
                    "policies and adapters reach no file and no network",
                    below -> noClasses()
                            .that()
                            .resideInAnyPackage(functions(below))
                            .should()
                            .dependOnClassesThat(nameMatching(OUTSIDE)),
                    "adapter.ReadsAFile"),
            new Rule(
                    "policies and adapters make no random numbers",
                    below -> noClasses()
                            .that()
                            .resideInAnyPackage(functions(below))
                            .should()
                            .dependOnClassesThat(nameMatching(CHANCE))
                            .orShould()
                            .callMethod(java.util.UUID.class, "randomUUID")
                            .orShould()
                            .callMethod(Math.class, "random"),
                    "policy.ThrowsDice"),
            new Rule(
                    "policies and adapters do not log",
                    below -> noClasses()
                            .that()
                            .resideInAnyPackage(functions(below))
                            .should()
                            .dependOnClassesThat(nameMatching(LOG)),
                    "adapter.Logs"),
            new Rule(
                    "policies and adapters read no clock",
                    below -> noClasses()
                            .that()
                            .resideInAnyPackage(functions(below))
                            .should()
                            .dependOnClassesThat(assignableTo(java.time.Clock.class))
                            .orShould()
                            .callMethodWhere(target(name("now")).and(target(owner(nameMatching("java\\.time\\..*")))))
                            .orShould()
                            .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
                                    .and(target(owner(assignableTo(System.class)))))
                            .orShould()
                            .callConstructor(java.util.Date.class),
                    "policy.ReadsTheClock"),
            new Rule(
                    "nobody outside policy makes a permit, a used one or a minimised message",
                    below -> constructors()
                            .that()
                            .areDeclaredInClassesThat(resideInAPackage(below.apply("policy"))
                                    .and(nameMatching(".*\\.(Permit|UsedPermit|MinimisedMessage)")))
                            .should()
                            .bePackagePrivate()
                            .orShould()
                            .bePrivate(),
                    "policy.Permit"),
            new Rule(
                    "the packages of policies are in its own module alone",
                    below -> classes()
                            .that()
                            .resideInAnyPackage(policies(below))
                            .should(comeFrom(Decision.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation())),
                    "policy.ReadsTheClock"));

    private FunctionRules() {}

    private static String[] policies(UnaryOperator<String> below) {
        return new String[] {below.apply("canonical.."), below.apply("policy..")};
    }

    private static String[] functions(UnaryOperator<String> below) {
        return new String[] {below.apply("canonical.."), below.apply("policy.."), below.apply("adapter..")};
    }

    private static ArchCondition<JavaClass> comeFrom(URL module) {
        return new ArchCondition<>("come from the module of policies") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = type.getSource().orElseThrow().getUri().toString();
                events.add(new SimpleConditionEvent(
                        type, from.contains(module.getPath()), type.getName() + " comes from another module"));
            }
        };
    }
}
