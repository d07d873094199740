package nl.sluis.adapter.partners.veiligthuis;

import nl.sluis.adapter.source.XmlTree;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The {@code stuurgegevens} of a StUF message.
 *
 * @param code {@code Di01}, {@code Du01}, {@code Fo01}, {@code Bv01}, …
 * @param sentAt digits, at least a day
 * @param crossReference the message that this one answers; null when none
 * @param function the sort of message; null in answers
 */
record ControlData(
        String code,
        Party sender,
        Party receiver,
        String reference,
        String sentAt,
        @Nullable String crossReference,
        @Nullable String function) {

    /** Longest {@code referentienummer}, in characters. */
    static final int LONGEST_REFERENCE = 40;

    /**
     * A system of an organisation.
     *
     * @param organisation OIN, SYSDA code, municipality, AGB or a name; null when not said
     */
    record Party(@Nullable String organisation, String application) {}

    /** Null when a mandatory part is absent. */
    static @Nullable ControlData read(XmlTree tree) {
        Element control = XmlTree.at(tree.root(), "stuurgegevens");
        String code = tree.take(control, "berichtcode");
        Party sender = party(tree, XmlTree.at(control, "zender"));
        Party receiver = party(tree, XmlTree.at(control, "ontvanger"));
        String reference = tree.take(control, "referentienummer");
        String at = tree.take(control, "tijdstipBericht");
        String cross = tree.take(control, "crossRefnummer");
        String function = tree.take(control, "functie");
        boolean whole = code != null
                && sender != null
                && receiver != null
                && reference != null
                && reference.length() <= LONGEST_REFERENCE
                && at != null
                && at.matches("[0-9]{8,17}");
        return whole && code != null && sender != null && receiver != null && reference != null && at != null
                ? new ControlData(code, sender, receiver, reference, at, cross, function)
                : null;
    }

    private static @Nullable Party party(XmlTree tree, @Nullable Element element) {
        String application = tree.take(element, "applicatie");
        String organisation = tree.take(element, "organisatie");
        tree.take(element, "administratie");
        tree.take(element, "gebruiker");
        return application == null ? null : new Party(organisation, application);
    }

    /** Writes it under a name, such as {@code JZ:stuurgegevens}. */
    void write(StufText xml, String name) {
        xml.open(name).leaf("StUF:berichtcode", "", code);
        write(xml, "StUF:zender", sender);
        write(xml, "StUF:ontvanger", receiver);
        xml.leaf("StUF:referentienummer", "", reference).leaf("StUF:tijdstipBericht", "", sentAt);
        xml.may("StUF:crossRefnummer", crossReference)
                .may("StUF:functie", function)
                .close();
    }

    private static void write(StufText xml, String name, Party party) {
        xml.open(name).may("StUF:organisatie", party.organisation);
        xml.leaf("StUF:applicatie", "", party.application).close();
    }
}
