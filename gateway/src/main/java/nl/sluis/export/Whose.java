package nl.sluis.export;

/**
 * Of whose log an export is.
 *
 * @param origin of the log, as checkpoints name it
 * @param oin of the organisation
 * @param organisation its identity in the directory
 */
public record Whose(String origin, String oin, String organisation) {}
