package nl.sluis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.canonical.HouseholdRole;
import nl.sluis.canonical.Message;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedItem;
import nl.sluis.feed.Viewer;
import nl.sluis.followup.TaskKind;
import nl.sluis.followup.Tasks;
import nl.sluis.household.Households;
import nl.sluis.watch.FeedRounds;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays a team at work: what arrives for it, and what its own system asks and records. */
public final class Care {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ApplicationContext context;
    private final String base;

    /** In a context of {@link CareSlice}. */
    public Care(ApplicationContext context) {
        this.context = context;
        Environment environment = context.getEnvironment();
        this.base = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** An answer. */
    public record Answer(int status, String body) {

        /** Its JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** A family of which nobody else in any test is. */
    public static Family family(String name) {
        return Family.message()
                .person("mila", HouseholdRole.CHILD)
                .named("mila", "Mila", name, "2017-03-01")
                .person("sanne", HouseholdRole.PARENT)
                .named("sanne", "Sanne", name, "1992-05-04");
    }

    /** A family name that no other test uses. */
    public static String name() {
        StringBuilder name = new StringBuilder("Van");
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(12)
                .forEach(c -> name.append((char) ('a' + Character.digit(c, 16))));
        return name.toString();
    }

    /** Delivers a message, and lets everybody look who must. */
    public FeedItem arrives(Message message) {
        Feed feed = context.getBean(Feed.class);
        UUID id = adds(message);
        context.getBean(FeedRounds.class).go();
        return feed.find(id, new Viewer.Organisation()).orElseThrow();
    }

    /** Delivers a message that nobody has looked at yet. */
    public UUID adds(Message message) {
        return inTransaction(() -> context.getBean(Feed.class).add(message, clock().instant()));
    }

    /** Somebody takes an item up. */
    public void takesUp(FeedItem item) {
        inTransaction(() -> context.getBean(Tasks.class)
                .settleItem(item.household(), TaskKind.TAKE_UP, item.id(), "TAKEN_UP", "fatima"));
    }

    /** What is open about a household. */
    public List<TaskKind> open(UUID household) {
        return context.getBean(Tasks.class).of(household).stream()
                .map(task -> task.kind())
                // What asks for it came in: that somebody takes it up is the feed's own
                .filter(kind -> kind != TaskKind.TAKE_UP && kind != TaskKind.PATTERN)
                .toList();
    }

    /** The clock of the node. */
    public SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    /** The audit of the node. */
    public Journal audit() {
        return context.getBean(Journal.class);
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    public Answer post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer put(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).DELETE().build());
    }

    /** The id of a member by the first word of the name. */
    public String member(UUID household, String given) {
        return Objects.requireNonNull(context.getBean(Households.class).members(household).stream()
                .filter(member -> Objects.requireNonNull(member.name()).startsWith(given))
                .findFirst()
                .orElseThrow()
                .id()
                .toString());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class).execute(status -> work.get()));
    }
}
