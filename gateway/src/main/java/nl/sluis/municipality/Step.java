package nl.sluis.municipality;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A step of the escalation ladder.
 *
 * @param role who decides there
 * @param title of the role, for people
 * @param term within what time; null when the municipality says none
 */
public record Step(String role, String title, @Nullable Period term) {}
