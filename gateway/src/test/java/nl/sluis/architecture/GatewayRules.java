package nl.sluis.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beDeclaredInClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;

/** What belongs to one package of the gateway, and to no other. */
final class GatewayRules {

    private static final String KEYS = "javax\\.crypto\\..*|org\\.bouncycastle\\..*"
            + "|java\\.security\\.(PrivateKey|KeyPair.*|KeyStore.*|KeyFactory|Signature)";
    private static final String NAMES_IN_CERTIFICATES = "(?!org\\.bouncycastle\\.asn1\\.x500\\.)";
    private static final String SQL = "java\\.sql\\..*|javax\\.sql\\..*|org\\.springframework\\.jdbc\\..*";
    private static final String[] WITH_SQL = {
        "access",
        "attachment",
        "audit",
        "channel",
        "checkpoint",
        "cli",
        "consent",
        "copies",
        "custody",
        "decisions",
        // Its last step plays somebody who alters the log
        "demo",
        "export",
        "feed",
        "figures",
        "followup",
        "handover",
        "household",
        "inforce",
        "insight",
        "measure",
        "meldcode",
        "outbox",
        "receive",
        "regie",
        "registers",
        "restore",
        "retention",
        "storage",
        "submit",
        "watch",
        "webhook",
        "witness"
    };
    private static final String[] WITH_CONTROLLERS = {
        "attachment",
        "brp",
        "checkpoint",
        "storage",
        "submit",
        "receive",
        "witness",
        "consent",
        "custody",
        "measure",
        "meldcode",
        "feed",
        "figures",
        "followup",
        "household",
        "insight",
        "closing",
        "family",
        "plan",
        "regie",
        "handover",
        "safety",
        "console",
        "export",
        "access",
        "node"
    };
    private static final String[] WITH_OUTPUT = {"cli", "demo", "policyset", "certs"};

    static final List<Rule> RULES = List.of(
            new Rule(
                    "keys are in seal alone",
                    below -> noClasses()
                            .that()
                            .resideOutsideOfPackages(packages(below, "seal", "certs", "directory"))
                            .should()
                            .dependOnClassesThat(nameMatching(KEYS)),
                    "send.TouchesKeys"),
            new Rule(
                    "the directory reads names in certificates, and has no keys",
                    below -> noClasses()
                            .that()
                            .resideInAPackage(below.apply("directory.."))
                            .should()
                            .dependOnClassesThat(nameMatching(NAMES_IN_CERTIFICATES + "(" + KEYS + ")")),
                    "directory.TouchesKeys"),
            new Rule(
                    "SQL is beside its owner",
                    below -> noClasses()
                            .that()
                            .resideOutsideOfPackages(packages(below, WITH_SQL))
                            .should()
                            .dependOnClassesThat(nameMatching(SQL)),
                    "send.AsksTheDatabase"),
            new Rule(
                    "no controller asks the database",
                    below -> noClasses()
                            .that()
                            .areMetaAnnotatedWith(Controller.class)
                            .should()
                            .dependOnClassesThat(nameMatching(SQL)),
                    "submit.ControllerWithSql"),
            new Rule(
                    "stores are for their own package",
                    below -> classes()
                            .that()
                            .haveSimpleNameEndingWith("Store")
                            .and()
                            .resideOutsideOfPackage(below.apply("certs.."))
                            .should()
                            .bePackagePrivate(),
                    "submit.OpenStore"),
            new Rule(
                    "controllers are at the edges",
                    below -> classes()
                            .that()
                            .areMetaAnnotatedWith(Controller.class)
                            .should()
                            .resideInAnyPackage(packages(below, WITH_CONTROLLERS)),
                    "send.ControllerOnThePath"),
            new Rule(
                    "nothing depends on demo",
                    below -> noClasses()
                            .that()
                            .resideOutsideOfPackage(below.apply("demo.."))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(below.apply("demo..")),
                    "send.UsesDemo"),
            new Rule(
                    "development certificates are known to the demo and to the start-up check",
                    below -> noClasses()
                            .that()
                            .resideOutsideOfPackages(packages(below, "certs", "demo", "node"))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(below.apply("certs..")),
                    "send.UsesDevelopmentCertificates"),
            new Rule(
                    "a permit is taken by the sealer alone",
                    below -> methods()
                            .that(takeAPermit(below))
                            .and()
                            .areDeclaredInClassesThat()
                            .resideOutsideOfPackage(below.apply("policy.."))
                            .should(beDeclaredInClassesThat(
                                    nameMatching(below.apply("seal.Sealer").replace(".", "\\.")))),
                    "send.TakesAPermit"),
            new Rule(
                    "what is sealed is a receipt, a notice of withdrawal, a cancellation, news about consents, or has a permit",
                    below -> methods()
                            .that()
                            .haveRawReturnType(below.apply("seal.Envelope"))
                            .and()
                            .areDeclaredInClassesThat()
                            .haveFullyQualifiedName(below.apply("seal.Sealer"))
                            .and()
                            .areNotPrivate()
                            .should(have(aParameterOf(
                                    below.apply("policy.Permit"),
                                    below.apply("canonical.ConsentNews"),
                                    below.apply("canonical.Receipt"),
                                    below.apply("canonical.Cancellation"),
                                    below.apply("canonical.WithdrawalNotice")))),
                    "seal.Sealer"),
            new Rule(
                    "commands alone write to the terminal",
                    below -> noClasses()
                            .that()
                            .resideOutsideOfPackages(packages(below, WITH_OUTPUT))
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err"),
                    "send.Prints"));

    private GatewayRules() {}

    private static String[] packages(UnaryOperator<String> below, String... names) {
        return Arrays.stream(names).map(name -> below.apply(name + "..")).toArray(String[]::new);
    }

    // The compiler makes methods for the arms of a switch; what they take, a method took before
    private static DescribedPredicate<JavaMethod> takeAPermit(UnaryOperator<String> below) {
        return aParameterOf(below.apply("policy.Permit"))
                .and(DescribedPredicate.describe(
                        "are written", method -> !method.getName().startsWith("lambda$")));
    }

    private static DescribedPredicate<JavaMethod> aParameterOf(String... types) {
        return DescribedPredicate.describe(
                "a parameter of " + String.join(" or ", types),
                method -> method.getRawParameterTypes().stream()
                        .anyMatch(type -> List.of(types).contains(type.getName())));
    }
}
