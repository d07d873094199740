package nl.sluis.figures;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of figures, under {@code sluis.figures}.
 *
 * @param smallestCell the smallest number that is shown; what is below it is hidden. At least {@value #LEAST}
 */
@ConfigurationProperties("sluis.figures")
public record FiguresSettings(@DefaultValue("5") int smallestCell) {

    /** No configuration shows less. */
    static final int LEAST = 5;

    /**
     * @throws IllegalArgumentException when smaller cells would be shown
     */
    public FiguresSettings {
        if (smallestCell < LEAST) {
            throw new IllegalArgumentException("sluis.figures.smallest-cell is at least " + LEAST);
        }
    }
}
