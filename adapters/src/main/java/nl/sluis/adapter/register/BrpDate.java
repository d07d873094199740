package nl.sluis.adapter.register;

import nl.sluis.canonical.PartialDate;
import tools.jackson.databind.JsonNode;

/** A date of Haal Centraal, of which parts may be unknown ({@code Datum}, {@code JaarMaandDatum}, {@code JaarDatum}, {@code DatumOnbekend}). */
final class BrpDate {

    private BrpDate() {}

    /** The date; unknown when it is not there, says so, or does not exist. */
    static PartialDate of(JsonNode date) {
        try {
            return switch (date.path("type").asString("")) {
                case "Datum" -> PartialDate.parse(date.path("datum").asString(""));
                case "JaarMaandDatum" ->
                    new PartialDate(
                            date.path("jaar").asInt(0), date.path("maand").asInt(0), 0);
                case "JaarDatum" -> new PartialDate(date.path("jaar").asInt(0), 0, 0);
                default -> PartialDate.UNKNOWN;
            };
        } catch (IllegalArgumentException noSuchDate) {
            return PartialDate.UNKNOWN;
        }
    }
}
