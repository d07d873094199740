package nl.sluis.municipality;

/**
 * A team.
 *
 * @param name stable; small letters, digits and hyphens
 * @param title for people
 * @param role of who takes a household up
 * @param area where it works
 */
public record Team(String name, String title, TeamType type, String role, Area area) {}
