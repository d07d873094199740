package nl.sluis.family;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.sluis.audit.ReadLog;
import nl.sluis.canonical.LifeDomain;
import nl.sluis.canonical.MessageKind;
import nl.sluis.feed.Feed;
import nl.sluis.feed.FeedPage;
import nl.sluis.feed.FeedQuery;
import nl.sluis.feed.Viewer;
import nl.sluis.household.Entry;
import nl.sluis.household.HouseholdMember;
import nl.sluis.household.Households;
import nl.sluis.plan.Coverage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a household as a whole, with its entry in the audit before it is given. */
@Component
public final class FamilyPage {

    private final Feed feed;
    private final Households households;
    private final Contacts contacts;
    private final FamilyTexts texts;
    private final ReadLog log;

    FamilyPage(Feed feed, Households households, Contacts contacts, FamilyTexts texts, ReadLog log) {
        this.feed = feed;
        this.households = households;
        this.contacts = contacts;
        this.texts = texts;
        this.log = log;
    }

    /** For who was found to see the household. */
    ResponseEntity<FamilyView> answer(UUID household, HttpStatus status, Locale language) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(view(household, language));
    }

    /** What is shown of a household to who was found to see it, with its entry in the audit. */
    public FamilyView view(UUID household, Locale language) {
        FeedPage page = feed.latest(household, FeedQuery.MAX_LIMIT, new Viewer.Organisation());
        // A full page may be all there is; that it is not certain then is the safe side. What cannot be read may tell
        // of anybody
        boolean complete =
                page.size() < FeedQuery.MAX_LIMIT && page.unreadable().isEmpty();
        List<Seen> seen = page.items().reversed().stream()
                .map(item -> new Seen(item, households.recognised(household, item.message())))
                .toList();
        List<HouseholdMember> members = households.members(household);
        List<Entry<Contact>> recorded = contacts.of(household);
        // Of who may be somebody of another household, what is known there may be about them
        boolean certain = complete
                && seen.stream().noneMatch(Seen::tellsOfSomebodyUnknown)
                && !households.mayBeElsewhere(household);
        FamilyView view = new FamilyView(
                household,
                complete,
                members.stream()
                        .map(member -> member(member, seen, recorded, certain, language))
                        .toList(),
                Arrays.stream(LifeDomain.values())
                        .map(domain -> domain(domain, seen, recorded, language))
                        .toList());
        log.reads(
                "family.read", null, Map.of("household", household.toString(), "count", Integer.toString(seen.size())));
        return view;
    }

    private FamilyView.Member member(
            HouseholdMember member, List<Seen> seen, List<Entry<Contact>> recorded, boolean certain, Locale language) {
        List<Said> said = Said.about(member.id(), seen);
        Information information = Information.of(said, certain);
        Contact last = last(member.id(), recorded);
        return new FamilyView.Member(
                member.id(),
                member.name(),
                information,
                texts.of(information, language),
                said,
                last,
                texts.of(last, language),
                plans(member.id(), seen, true),
                plans(member.id(), seen, false));
    }

    /** By the day of the contact; of one day the later recorded is the later. */
    private static @Nullable Contact last(UUID member, List<Entry<Contact>> recorded) {
        return recorded.stream()
                // As the entry stands now: two members may have become one since it was written
                .filter(entry -> member.equals(entry.member()))
                .map(Entry::content)
                .reduce((one, other) -> other.on().isBefore(one.on()) ? one : other)
                .orElse(null);
    }

    private static List<FamilyView.Covering> plans(UUID member, List<Seen> seen, boolean covered) {
        return seen.stream()
                .filter(one -> one.item().message().kind() == MessageKind.PLAN_SUMMARY)
                .filter(one -> Coverage.of(one.item().message(), one.members(), List.of(member))
                                .covered()
                                .contains(member)
                        == covered)
                .map(one -> new FamilyView.Covering(one.item().id(), one.item().sourceName()))
                .toList();
    }

    private FamilyView.Domain domain(
            LifeDomain domain, List<Seen> seen, List<Entry<Contact>> recorded, Locale language) {
        List<String> sources = seen.stream()
                .filter(one ->
                        one.item().message().sections().stream().anyMatch(section -> section.lifeDomain() == domain))
                .map(one -> one.item().sourceName())
                .distinct()
                .toList();
        LocalDate discussed = recorded.stream()
                .map(Entry::content)
                .filter(contact -> contact.discussed().contains(domain))
                .map(Contact::on)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new FamilyView.Domain(
                domain, domain.dutchName(), discussed, sources, texts.domain(discussed, sources, language));
    }
}
