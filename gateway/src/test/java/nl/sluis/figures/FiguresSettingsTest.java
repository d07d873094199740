package nl.sluis.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FiguresSettingsTest {

    @Test
    void noConfigurationShowsCellsBelowFive() {
        assertThatThrownBy(() -> new FiguresSettings(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sluis.figures.smallest-cell");
        assertThat(new FiguresSettings(5).smallestCell()).isEqualTo(5);
    }
}
