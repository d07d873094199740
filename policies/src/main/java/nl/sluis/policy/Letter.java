package nl.sluis.policy;

import java.util.List;

/** An explanation in words for one reader: what he may read, and nothing of what he may not. */
public record Letter(List<Paragraph> paragraphs) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A heading with its lines; the first paragraph of a letter says the most important. */
    public record Paragraph(String heading, List<String> lines) {

        public Paragraph {
            lines = List.copyOf(lines);
        }
    }
}
