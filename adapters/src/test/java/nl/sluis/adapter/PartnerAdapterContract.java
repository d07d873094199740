package nl.sluis.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.sluis.canonical.Message;
import org.junit.jupiter.api.Test;

/** What every adapter must do; each adapter's test implements it with its own samples. */
public interface PartnerAdapterContract {

    PartnerAdapter adapter();

    List<Sample> samples();

    /** Every leaf of a sample, in the notation of the adapter's paths. */
    List<String> leaves(Sample sample) throws Exception;

    @Test
    default void readsItsOwnSamples() {
        for (Sample sample : samples()) {
            assertThat(adapter().reads(sample.mediaType())).isTrue();
            assertThat(adapter().read(sample.payload()))
                    .as(sample.name())
                    .isNotInstanceOf(Translation.Untranslatable.class);
        }
    }

    @Test
    default void answersTheSameTwice() {
        for (Sample sample : samples()) {
            assertThat(adapter().read(sample.payload())).isEqualTo(adapter().read(sample.payload()));
        }
    }

    @Test
    default void dropsNothingInSilence() throws Exception {
        for (Sample sample : samples()) {
            Completeness account = account(adapter().read(sample.payload()));
            for (String leaf : leaves(sample)) {
                assertThat(listsThatCover(account, leaf))
                        .as("%s: %s", sample.name(), leaf)
                        .isEqualTo(1);
            }
        }
    }

    @Property(tries = 300)
    default void answersEveryByteString(@ForAll byte[] bytes) {
        for (String mediaType : mediaTypes()) {
            answered(new Payload(mediaType, bytes));
        }
    }

    @Property(tries = 1000)
    default void answersEveryMutation(@ForAll long seed) {
        for (Sample sample : samples()) {
            answered(new Payload(sample.mediaType(), Mutations.of(sample, seed)));
        }
    }

    @Test
    default void answersEveryTruncation() {
        for (Sample sample : samples()) {
            byte[] bytes = sample.text().stripTrailing().getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < bytes.length; length += 7) {
                Translation translation = answered(new Payload(sample.mediaType(), Arrays.copyOf(bytes, length)));
                assertThat(translation).isInstanceOf(Translation.Untranslatable.class);
            }
        }
    }

    @Test
    default void refusesOtherCharacterSets() {
        for (Sample sample : samples()) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
                Payload payload = new Payload(sample.mediaType(), sample.text().getBytes(charset));
                assertThat(answered(payload)).isInstanceOf(Translation.Untranslatable.class);
            }
            String accented = sample.text()
                    .replace("Mila", "Mil\u00e9")
                    .replace("Sanne", "Sann\u00e9")
                    .replace("Noah", "No\u00e9");
            Payload latin = new Payload(sample.mediaType(), accented.getBytes(StandardCharsets.ISO_8859_1));
            if (!accented.equals(sample.text())) {
                assertThat(codes(answered(latin))).containsExactly("NOT_UTF8");
            }
            Payload said = new Payload(sample.mediaType() + ";charset=iso-8859-1", sample.bytes());
            assertThat(codes(answered(said))).containsExactly("WRONG_CHARSET");
            Payload marked =
                    new Payload(sample.mediaType(), ("\uFEFF" + sample.text()).getBytes(StandardCharsets.UTF_8));
            assertThat(codes(answered(marked))).containsExactly("BYTE_ORDER_MARK");
        }
    }

    @Test
    default void neverShowsAValueInAViolation() {
        for (Sample sample : samples()) {
            for (String marked : Mutations.marked(sample)) {
                answered(new Payload(sample.mediaType(), marked.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    default void refusesWhatIsNestedWithoutEnd() {
        for (Sample sample : samples()) {
            // Closed at its end, so that only its depth is wrong
            String bomb = sample.xml()
                    ? "<a>".repeat(100_000) + "</a>".repeat(100_000)
                    : "[".repeat(100_000) + "]".repeat(100_000);
            assertThat(codes(answered(new Payload(sample.mediaType(), bomb.getBytes(StandardCharsets.UTF_8)))))
                    .containsExactly(sample.xml() ? "NOT_XML" : "TOO_DEEP_OR_TOO_LONG");
        }
    }

    @Test
    default void refusesWhatIsTooLarge() {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.writeBytes(samples().get(0).bytes());
        large.writeBytes(" ".repeat(17 * 1024 * 1024).getBytes(StandardCharsets.UTF_8));
        assertThat(codes(answered(new Payload(samples().get(0).mediaType(), large.toByteArray()))))
                .containsExactly("TOO_LARGE");
    }

    @Test
    default void readsBackWhatItWrites() {
        for (Message message : Messages.all()) {
            adapter().write(message).ifPresent(payload -> {
                assertThat(adapter().reads(payload.mediaType())).isTrue();
                assertThat(adapter().read(payload)).isInstanceOf(Translation.Translated.class);
                Draft draft = ((Translation.Translated) adapter().read(payload)).draft();
                assertThat(draft.sections()).isEqualTo(message.sections());
                assertThat(draft.persons().stream().map(person -> person.ref() + "/" + person.role()))
                        .isEqualTo(message.persons().stream()
                                .map(person -> person.ref() + "/" + person.role())
                                .toList());
                assertThat(List.of(draft.kind(), draft.recipient(), draft.senderRole(), draft.basis(), draft.urgency()))
                        .containsExactly(
                                message.kind(),
                                message.recipient(),
                                message.senderRole(),
                                message.basis(),
                                message.urgency());
                assertThat(draft.purpose()).isEqualTo(message.purpose());
                assertThat(draft.inReplyTo()).isEqualTo(message.inReplyTo());
                assertThat(adapter().write(message).orElseThrow().bytes()).isEqualTo(payload.bytes());
            });
        }
    }

    private List<String> mediaTypes() {
        return samples().stream().map(Sample::mediaType).distinct().toList();
    }

    /** An answer, of which no violation shows the marker. */
    private Translation answered(Payload payload) {
        Translation translation = adapter().read(payload);
        if (translation instanceof Translation.Untranslatable no) {
            assertThat(no.violations()).isNotEmpty();
            assertThat(no.violations().toString().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("zqxmarker");
        }
        return translation;
    }

    static List<String> codes(Translation translation) {
        return translation instanceof Translation.Untranslatable no
                ? no.violations().stream().map(Violation::code).distinct().toList()
                : List.of();
    }

    static Completeness account(Translation translation) {
        return translation instanceof Translation.Translated translated
                ? translated.completeness()
                : ((Translation.Consents) translation).completeness();
    }

    /** In how many lists stands the nearest path that covers a leaf. */
    private static long listsThatCover(Completeness account, String leaf) {
        List<List<String>> lists =
                List.of(account.mapped(), account.carried(), account.notReleased(), account.notUnderstood());
        List<String> covering = new ArrayList<>();
        lists.forEach(list -> list.stream().filter(path -> covers(path, leaf)).forEach(covering::add));
        int nearest = covering.stream().mapToInt(String::length).max().orElse(-1);
        return lists.stream()
                .filter(list -> list.stream().anyMatch(path -> path.length() == nearest && covers(path, leaf)))
                .count();
    }

    private static boolean covers(String path, String leaf) {
        return leaf.equals(path) || Stream.of("/", ".", "[").anyMatch(next -> leaf.startsWith(path + next));
    }
}
