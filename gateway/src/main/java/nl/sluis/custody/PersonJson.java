package nl.sluis.custody;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import nl.sluis.canonical.Bsn;
import nl.sluis.canonical.CustodyType;
import nl.sluis.canonical.PartialDate;
import nl.sluis.node.Dutch;
import nl.sluis.node.Reading;
import nl.sluis.node.StrictJson;
import org.jspecify.annotations.Nullable;

/** Reads a person from the organisation's own system. */
final class PersonJson {

    private PersonJson() {}

    static Reading<PersonEntry> read(byte[] body, Instant now) {
        StrictJson json = StrictJson.of(body).require("birthDate");
        PartialDate birthDate = json.parsed(
                "birthDate", "DATE", "A date YYYY-MM-DD is expected; unknown parts are 00", PartialDate::parse);
        if (birthDate != null && birthDate.year() > 0 && birthDate.earliest().isAfter(Dutch.day(now))) {
            json.fault("birthDate", "IN_THE_FUTURE", "This day has yet to come");
        }
        Bsn bsn = json.parsed("bsn", "BSN", "Nine digits that pass the 11-test are expected", PersonJson::bsn);
        Boolean capable = json.bool("capable");
        StrictJson inner = json.object("custody");
        PersonEntry.Authority custody = inner == null ? null : custody(inner, now);
        return json.result(
                () -> new PersonEntry(Objects.requireNonNull(birthDate), bsn, capable == null || capable, custody));
    }

    private static Bsn bsn(String text) {
        Bsn bsn = new Bsn(text);
        if (!bsn.passesElevenTest()) {
            throw new IllegalArgumentException("fails the 11-test");
        }
        return bsn;
    }

    /** Null when it is at fault. */
    private static PersonEntry.@Nullable Authority custody(StrictJson json, Instant now) {
        json.require("type", "source", "retrievedAt");
        CustodyType type = json.code("type", CustodyType.class);
        Set<PersonReference> holders =
                json.set("holders", "REFERENCE", "A reference to a person is expected", PersonReference::new);
        Boolean underInvestigation = json.bool("underInvestigation");
        String source = json.text("source");
        Instant retrievedAt = json.moment("retrievedAt");
        if (type != null && !PersonEntry.fits(type, holders.size())) {
            json.fault("holders", "HOLDERS", "This type of custody has another number of holders");
        }
        if (retrievedAt != null && retrievedAt.isAfter(now)) {
            json.fault("retrievedAt", "IN_THE_FUTURE", "This moment has yet to come");
        }
        if (type == null || source == null || retrievedAt == null) {
            return null;
        }
        return new PersonEntry.Authority(
                type, holders, underInvestigation != null && underInvestigation, source, retrievedAt);
    }
}
