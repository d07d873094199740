package nl.sluis.handover;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.canonical.Content;
import nl.sluis.canonical.PartialDate;
import nl.sluis.canonical.PersonRef;
import nl.sluis.canonical.Section;
import org.jspecify.annotations.Nullable;

/**
 * A coded block of a message: a section with a code of {@link #SYSTEM}, and the statement after it about the same person and of the same
 * sort of data, which says it in words.
 *
 * @param code what it says
 * @param text in words; null when there is no statement
 * @param on since when, or when; null when not stated
 * @param source who says it, such as the named contact; null when not stated
 */
record Block(
        PersonRef subject,
        String code,
        @Nullable String display,
        @Nullable String text,
        @Nullable PartialDate on,
        @Nullable String source) {

    /** The code system of handovers; a name of our own, since no standard has one. */
    static final String SYSTEM = "urn:sluis:handover";

    /** An estimate of a child was made; its day is stated and what it came to stands in words. */
    static final String IN_WORDS = "SAFETY_IN_WORDS";

    /** No estimate was made; the statement says why. */
    static final String NOT_MADE = "SAFETY_NOT_MADE";

    /** What every code about the safety of a child begins with. */
    static final String SAFETY = "SAFETY_";

    /** Who at the sender is called for the warm handover; the source of the statement. */
    static final String CONTACT = "SENDER_CONTACT";

    /** What the family must meet. */
    static final String CONDITION = "CONDITION";

    /** The approach is not free of obligation; the statement says why. */
    static final String NOT_VOLUNTARY = "NOT_VOLUNTARY";

    /**
     * The blocks of a handover: those with a code, and those of the format of Veilig Thuis, which their first words name, since ids
     * become new ones on the way.
     */
    static List<Block> ofHandover(List<Section> sections) {
        List<Block> blocks = new ArrayList<>(of(sections));
        sections.forEach(section -> {
            if (section.content() instanceof Content.Statement said
                    && said.text().startsWith("Veiligheidsinschatting ")) {
                // What does not say that it was made, and when, says that none was
                boolean made = said.text().startsWith("Veiligheidsinschatting gemaakt ") && said.observedOn() != null;
                String code = made ? IN_WORDS : NOT_MADE;
                blocks.add(new Block(section.subject(), code, null, said.text(), said.observedOn(), said.source()));
            } else if (section.content() instanceof Content.Planned planned
                    && planned.description().startsWith("Voorwaarde: ")) {
                blocks.add(new Block(
                        section.subject(),
                        CONDITION,
                        null,
                        planned.description(),
                        planned.until(),
                        planned.responsible()));
            }
        });
        return blocks;
    }

    /** The coded blocks of these sections, in their order. */
    static List<Block> of(List<Section> sections) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (section.content() instanceof Content.Coded coded
                    && coded.system().equals(SYSTEM)) {
                Content.Statement said = said(section, sections.subList(i + 1, sections.size()));
                blocks.add(new Block(
                        section.subject(),
                        coded.code(),
                        coded.display(),
                        said == null ? null : said.text(),
                        said == null ? null : said.observedOn(),
                        said == null ? null : said.source()));
            }
        }
        return blocks;
    }

    // The very next section or none: where its own words were withheld, those of another block are not its words
    private static Content.@Nullable Statement said(Section coded, List<Section> after) {
        return !after.isEmpty()
                        && after.getFirst().content() instanceof Content.Statement statement
                        && after.getFirst().subject().equals(coded.subject())
                        && after.getFirst().category() == coded.category()
                ? statement
                : null;
    }

    /** Never what it says. */
    @Override
    public String toString() {
        return "Block[" + code + "]";
    }
}
