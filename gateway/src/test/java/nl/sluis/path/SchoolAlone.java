package nl.sluis.path;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.sluis.NodeApplication;
import nl.sluis.access.TestAccess;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.certs.CertificateUse;
import nl.sluis.certs.DevelopmentPki;
import nl.sluis.certs.Holder;
import nl.sluis.certs.PkiFiles;
import nl.sluis.demo.Neighbourhood;
import nl.sluis.demo.Neighbourhood.Member;
import nl.sluis.policy.PolicyDecisionPoint;
import nl.sluis.policy.RuleSets;
import nl.sluis.policy.rules.RuleBook;
import nl.sluis.testing.SettableClock;
import nl.sluis.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

/** A school's node whose partners are all away, with a clock that a test sets and files of its own. */
final class SchoolAlone implements AutoCloseable {

    /** Goes on with the work of the team, which ends {@link #TEAM_ENDS_IN} days from now. */
    static final OrganisationId SUCCESSOR = new OrganisationId("wijkteam-nieuw");

    /** Executes supervision orders. */
    static final OrganisationId INSTITUTION = new OrganisationId("gi-oostrand");

    static final int TEAM_ENDS_IN = 20;

    /** A system of the school that may do nothing; the name of its certificate too. */
    static final String WITHOUT_ROLE = "no-role";

    /** What the issuer of access tokens calls this node. */
    static final String AUDIENCE = "urn:sluis:school";

    /** A system of the school that may do nothing too, and is locked out by a test. */
    static final String TOO_OFTEN = "too-often";

    /** Refusals of one caller in a minute; more than several walks through the access table need. */
    static final int REFUSALS = 500;

    static final String ENTRY_KEY = "open-in-this-test";

    private final Path directory;
    private final PkiFiles files;
    private final SchoolFolders folders;
    private final SchoolPorts ports;
    private final Neighbourhood neighbourhood;
    private final Map<String, Object> settings = new HashMap<>();
    private final Provider provider = new Provider();
    private final Map<String, Http> callers = new ConcurrentHashMap<>();
    private final ConfigurableApplicationContext node;

    /** The rules that decide: those of the program, until a test says otherwise. Taking over a signed set is tested with inforce. */
    static final class Rules {
        private volatile RuleBook book = RuleSets.builtIn();

        void use(RuleBook other) {
            book = other;
        }
    }

    /** The time of day and the rules of this node, and of no other in the process: a plain configuration would be found by all. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.now());
        }

        @Bean
        Rules rules() {
            return new Rules();
        }

        @Bean
        @Primary
        PolicyDecisionPoint decisionPointOfTheTest(Rules rules) {
            return new PolicyDecisionPoint(day -> rules.book);
        }
    }

    SchoolAlone() throws IOException {
        this(Map.of());
    }

    /** With these settings in the place of its own. */
    SchoolAlone(Map<String, Object> other) throws IOException {
        directory = Files.createTempDirectory("sluis-school-");
        files = DevelopmentPki.generate(directory.resolve("certs"), holders());
        neighbourhood = new Neighbourhood(files, directory.resolve("data"), Nodes.freeBasePort(), ENTRY_KEY);
        neighbourhood
                .nodes(List.of(Member.SCHOOL))
                .getFirst()
                .forEach((key, value) -> settings.put(key, value.toString()));
        settings.put("sluis.node.database.url", TestDatabase.freshUrl());
        settings.put("sluis.node.database.username", "postgres");
        settings.put("sluis.node.database.password", "postgres");
        settings.put("sluis.outbox.give-up-after", "100d");
        settings.put("sluis.directory.look-again", "1s");
        merges();
        folders = SchoolFolders.in(directory);
        settings.putAll(folders.settings());
        ports = SchoolPorts.free();
        settings.putAll(ports.settings());
        roles();
        settings.put("sluis.access.limits.refusals", REFUSALS);
        settings.put("sluis.access.limits.person", "1000");
        // All tests call from one address
        settings.put("sluis.access.limits.nobody", "5000");
        settings.put("sluis.access.limits.logins", "1000");
        login();
        tokens();
        other.forEach((key, value) -> settings.put(key, value.toString()));
        node = new SpringApplicationBuilder(NodeApplication.class, Time.class)
                .properties(settings)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run();
    }

    // One system for each role, and one without, beside the school's own that has them all
    private static List<Holder> holders() {
        List<Holder> holders = new ArrayList<>(Holder.lindedam());
        for (String name : systems()) {
            holders.add(new Holder(name, "000000990000009%02d000".formatted(holders.size()), name, name));
        }
        return holders;
    }

    private static List<String> systems() {
        return Stream.concat(Stream.of(WITHOUT_ROLE, TOO_OFTEN, SchoolFolders.SYSTEM), TestAccess.roles().stream())
                .toList();
    }

    private void roles() {
        for (int i = 0; i < systems().size(); i++) {
            String key = "sluis.access.systems[" + (i + 1) + "].";
            String name = systems().get(i);
            settings.put(key + "name", name);
            settings.put(
                    key + "certificate",
                    files.certificate(name, CertificateUse.SYSTEM).toString());
            settings.put(key + "roles", TestAccess.roles().contains(name) ? name : "");
            if (name.equals(SchoolFolders.SYSTEM)) {
                settings.put(key + "roles", "reporter");
            }
        }
    }

    private void login() throws IOException {
        Path secret = Files.writeString(directory.resolve("login.secret"), Provider.SECRET);
        settings.put("sluis.login.issuer", provider.issuer());
        settings.put("sluis.login.client-id", Provider.CLIENT);
        settings.put("sluis.login.client-secret", secret.toString());
        settings.put("sluis.login.roles-claim", "realm_access.roles");
        settings.put("sluis.login.acr", Provider.TWO_FACTORS);
        settings.put("sluis.login.person-claim", "sluis_person");
        settings.put("sluis.login.roles.team", "regisseur");
        TestAccess.roles().forEach(role -> settings.put("sluis.login.roles[" + role + "]", role));
    }

    private void tokens() {
        settings.put("sluis.access.tokens.issuer", provider.issuer());
        settings.put("sluis.access.tokens.keys", provider.issuer() + "/keys");
        settings.put("sluis.access.tokens.audience", AUDIENCE);
        settings.put("sluis.access.tokens.roles-claim", "realm_access.roles");
        settings.put("sluis.access.tokens.roles[reports]", "reporter");
        settings.put("sluis.access.tokens.roles[evidence]", "auditor");
    }

    private void merges() {
        String team = "sluis.directory.organisations[" + Member.WIJKTEAM.ordinal() + "].";
        settings.put(team + "until", Samples.today().plusDays(TEAM_ENDS_IN).toString());
        settings.put(team + "successor", SUCCESSOR.value());
        organisation(0, SUCCESSOR, "Wijkteam Lindedam-Nieuw", "WIJKTEAM");
        organisation(1, INSTITUTION, "Jeugdbescherming Oostrand", "GI");
    }

    /** Another one, whose node is away. */
    private void organisation(int number, OrganisationId id, String name, String type) {
        String key = "sluis.directory.organisations[" + (Member.values().length + number) + "].";
        settings.put(key + "id", id.value());
        settings.put(key + "name", name);
        settings.put(key + "type", type);
        settings.put(key + "oin", "0000009900000000990" + (1 + number));
        settings.put(key + "endpoint", "https://localhost:1");
        settings.put(
                key + "seal-certificate",
                files.certificate("huisarts", CertificateUse.SEAL).toString());
    }

    /** Where its systems leave files. */
    SchoolFolders folders() {
        return folders;
    }

    /** Where its systems send messages of HL7. */
    SchoolPorts ports() {
        return ports;
    }

    PkiFiles files() {
        return files;
    }

    /** Part of the node. */
    <T> T part(Class<T> type) {
        return node.getBean(type);
    }

    SettableClock clock() {
        return part(SettableClock.class);
    }

    URI address() {
        return URI.create(neighbourhood.address(Member.SCHOOL));
    }

    /** Where its health can be asked, on loopback and without TLS. */
    URI management() {
        return URI.create("http://127.0.0.1:" + settings.get("sluis.node.management-port"));
    }

    /** Parts of the node of one type. */
    <T> Collection<T> all(Class<T> type) {
        return node.getBeansOfType(type).values();
    }

    /** The school's own system. */
    Http system() {
        return caller("school");
    }

    /** Where the people of this school log in. */
    Provider provider() {
        return provider;
    }

    /** A browser in which nobody is logged in. */
    Browser browser() {
        return new Browser(address(), Tls.trusting(files.ca()));
    }

    /** A browser in which somebody logged in with that role. */
    Browser person(String subject, String role) throws IOException {
        provider.next(new Provider.Person(subject, List.of(role), Provider.TWO_FACTORS, "nobody-" + subject));
        Browser browser = browser();
        browser.login();
        return browser;
    }

    /** A caller by the word of the access table: somebody of that role, a partner's node or system, or nobody. */
    Http caller(String who) {
        return callers.computeIfAbsent(who, each -> switch (each) {
            case "nobody", "visitor" -> new Http(address(), Tls.trusting(files.ca()));
            case "node" -> caller("huisarts", CertificateUse.NODE);
            case "partner's system" -> caller("huisarts", CertificateUse.SYSTEM);
            default -> caller(each, CertificateUse.SYSTEM);
        });
    }

    /** The node of another organisation. */
    Http node(String holder) {
        return callers.computeIfAbsent("node of " + holder, each -> caller(holder, CertificateUse.NODE));
    }

    private Http caller(String name, CertificateUse use) {
        return new Http(address(), Tls.of(files.certificate(name, use), files.key(name, use), files.ca()));
    }

    @Override
    public void close() throws IOException {
        node.close();
        provider.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
