package nl.sluis.policy;

import java.util.List;

/**
 * What the rows that hold together have to say, sorted out once: the same rows hold for many items.
 *
 * @param reasons of every row, in the order of {@link ReasonOrder}
 * @param aboutItem those of the rows about the item
 * @param whenItGoes names of the duties that come with a permit, each once
 * @param always names of the duties that come with a permit and while it waits
 */
record Sayings(List<RowReason> reasons, List<RowReason> aboutItem, List<String> whenItGoes, List<String> always) {

    Sayings {
        reasons = List.copyOf(reasons);
        aboutItem = List.copyOf(aboutItem);
        whenItGoes = List.copyOf(whenItGoes);
        always = List.copyOf(always);
    }
}
