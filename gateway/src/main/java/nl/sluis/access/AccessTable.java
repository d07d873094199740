package nl.sluis.access;

import static nl.sluis.access.AccessRow.Kind.EVERYBODY;
import static nl.sluis.access.AccessRow.Kind.NODE;
import static nl.sluis.access.AccessRow.Kind.VISITOR;
import static nl.sluis.access.Role.AANDACHTSFUNCTIONARIS;
import static nl.sluis.access.Role.AUDITOR;
import static nl.sluis.access.Role.CONSENT_OFFICER;
import static nl.sluis.access.Role.FAMILY;
import static nl.sluis.access.Role.OPERATOR;
import static nl.sluis.access.Role.PRIVACY_OFFICER;
import static nl.sluis.access.Role.REGISSEUR;
import static nl.sluis.access.Role.REPORTER;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call what: every endpoint of a node, once. The security of the node is built from it, docs/security/access.md is
 * written from it, and what is not in it is denied to everybody. A new mapping gets its line here, or nobody reaches it.
 */
final class AccessTable {

    /** The node's own port. */
    static final List<AccessRow> ROWS = List.of(
            // It says nothing about this node, so everybody may read it, from any site
            open(AccessRow.ANY, "/openapi.json"),
            open("GET", "/enter"),
            // The container comes here by itself after an error; from outside nobody does
            row(AccessRow.ANY, "/error"),
            // Logging in and out; without an identity provider there is nothing
            open("GET", "/oauth2/authorization/sluis"),
            open("GET", "/login/oauth2/code/sluis"),
            open("POST", "/logout"),
            page("/"),
            page("/feed/stream"),
            page("/feed/{item}/attachments/{attachment}"),
            page("/households"),
            page("/households/{household}"),
            page("/households/{household}/items/{item}"),
            form("/households/{household}/items/{item}"),
            page("/households/{household}/items/{item}/feedback"),
            form("/households/{household}/items/{item}/feedback"),
            page("/households/{household}/safety"),
            form("/households/{household}/safety"),
            page("/households/{household}/tasks/{task}"),
            form("/households/{household}/tasks/{task}"),
            people("GET", "/my", FAMILY),
            people("GET", "/report", REPORTER),
            people("GET", "/report/mine", REPORTER),
            // A form of the page itself, with the token of its session
            people("POST", "/report", REPORTER),
            people("GET", "/consents", CONSENT_OFFICER),
            // Forms of the pages themselves, with the token of the session; a number stands in no address
            people("POST", "/consents", CONSENT_OFFICER),
            people("GET", "/consents/new", CONSENT_OFFICER),
            people("POST", "/consents/new", CONSENT_OFFICER),
            people("POST", "/consents/withdrawal", CONSENT_OFFICER),
            // Style and script of every page, and nothing of anybody
            new AccessRow(
                    "GET", "/assets/**", Set.of(VISITOR), Set.of(REGISSEUR, FAMILY, REPORTER, CONSENT_OFFICER), true),
            page("/webjars/**"),
            row("POST", "/v1/messages", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("GET", "/v1/messages/{id}", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("POST", "/v1/batches", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("POST", "/v1/decisions", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("POST", "/access/v1/evaluation", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("POST", "/v1/attachments", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("GET", "/v1/attachments/{id}", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("PATCH", "/v1/attachments/{id}", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("DELETE", "/v1/attachments/{id}", REPORTER, REGISSEUR, AANDACHTSFUNCTIONARIS),
            people("GET", "/v1/undelivered", OPERATOR, REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("POST", "/v1/sessions/ending", OPERATOR, PRIVACY_OFFICER),
            row("POST", "/v1/messages/{id}/retry", OPERATOR, REGISSEUR, AANDACHTSFUNCTIONARIS),
            // To whom else it goes, and that it does not go, is no matter of running a node
            row("POST", "/v1/messages/{id}/successor", REGISSEUR, AANDACHTSFUNCTIONARIS),
            row("POST", "/v1/messages/{id}/closing", REGISSEUR, AANDACHTSFUNCTIONARIS),
            people("GET", "/v1/feed", REGISSEUR),
            people("GET", "/v1/feed/{item}/message", REGISSEUR),
            people("POST", "/v1/feed/{item}/feedback", REGISSEUR),
            people("GET", "/v1/feed/{item}/attachments/{attachment}", REGISSEUR),
            people("POST", "/v1/feed/{item}/taking-up", REGISSEUR),
            people("POST", "/v1/feed/{item}/passing-on", REGISSEUR),
            people("POST", "/v1/feed/{item}/acceptance", REGISSEUR),
            people("POST", "/v1/feed/{item}/handing-back", REGISSEUR),
            people("POST", "/v1/feed/{item}/contesting", REGISSEUR),
            people("POST", "/v1/feed/{item}/closing", REGISSEUR),
            row("DELETE", "/v1/households/{household}", PRIVACY_OFFICER),
            row("GET", "/v1/households/{household}/doubts", REGISSEUR),
            row("POST", "/v1/households/{household}/doubts/{doubt}", REGISSEUR),
            // Nobody says of themselves that they are involved
            row("GET", "/v1/households/{household}/involved", REGISSEUR, PRIVACY_OFFICER),
            row("PUT", "/v1/households/{household}/involved/{person}", REGISSEUR),
            row("DELETE", "/v1/households/{household}/involved/{person}", REGISSEUR),
            people("GET", "/v1/tasks", REGISSEUR),
            people("GET", "/v1/households/{household}", REGISSEUR),
            people("POST", "/v1/households/{household}/members/{member}/contacts", REGISSEUR),
            people("GET", "/v1/households/{household}/overview", REGISSEUR),
            people("GET", "/v1/households/{household}/tasks", REGISSEUR),
            people("POST", "/v1/households/{household}/tasks/{task}/settlement", REGISSEUR),
            people("GET", "/v1/households/{household}/safety", REGISSEUR),
            people("POST", "/v1/households/{household}/safety/estimates", REGISSEUR),
            people("POST", "/v1/households/{household}/safety/estimates/{estimate}/sources", REGISSEUR),
            people("GET", "/v1/households", REGISSEUR),
            people("GET", "/v1/households/{household}/handovers", REGISSEUR),
            people("POST", "/v1/households/{household}/handovers/{handover}/acts", REGISSEUR),
            people("GET", "/v1/households/{household}/regie", REGISSEUR),
            people("PUT", "/v1/households/{household}/regie", REGISSEUR),
            people("DELETE", "/v1/households/{household}/regie/members/{member}", REGISSEUR),
            people("POST", "/v1/households/{household}/regie/transfers", REGISSEUR),
            people("POST", "/v1/households/{household}/regie/transfers/{transfer}", REGISSEUR),
            people("GET", "/v1/households/{household}/closing", REGISSEUR),
            people("POST", "/v1/households/{household}/closing", REGISSEUR),
            people("POST", "/v1/households/{household}/closing/cosignature", REGISSEUR),
            people("GET", "/v1/households/{household}/plans", REGISSEUR),
            people("POST", "/v1/households/{household}/plans", REGISSEUR),
            people("POST", "/v1/households/{household}/plans/{plan}/evaluations", REGISSEUR),
            row("GET", "/v1/persons/{ref}", CONSENT_OFFICER, AANDACHTSFUNCTIONARIS, PRIVACY_OFFICER),
            row("PUT", "/v1/persons/{ref}", CONSENT_OFFICER, AANDACHTSFUNCTIONARIS),
            row("DELETE", "/v1/persons/{ref}", PRIVACY_OFFICER),
            row("POST", "/v1/persons/{ref}/custody-lookup", CONSENT_OFFICER, AANDACHTSFUNCTIONARIS),
            row("GET", "/v1/consents", CONSENT_OFFICER, PRIVACY_OFFICER),
            row("GET", "/v1/consents/{id}", CONSENT_OFFICER, PRIVACY_OFFICER),
            row("GET", "/v1/consents/{id}/document", CONSENT_OFFICER, PRIVACY_OFFICER),
            row("POST", "/v1/consents", CONSENT_OFFICER),
            row("POST", "/v1/consents/{id}/withdrawal", CONSENT_OFFICER),
            row("GET", "/v1/measures", CONSENT_OFFICER, AANDACHTSFUNCTIONARIS, PRIVACY_OFFICER),
            row("GET", "/v1/measures/{id}", CONSENT_OFFICER, AANDACHTSFUNCTIONARIS, PRIVACY_OFFICER),
            row("POST", "/v1/measures", CONSENT_OFFICER, AANDACHTSFUNCTIONARIS),
            row("POST", "/v1/measures/{id}/ending", CONSENT_OFFICER, AANDACHTSFUNCTIONARIS),
            row("POST", "/v1/meldcode-cases", AANDACHTSFUNCTIONARIS),
            row("GET", "/v1/meldcode-cases/{id}", AANDACHTSFUNCTIONARIS, PRIVACY_OFFICER),
            row("DELETE", "/v1/meldcode-cases/{id}", PRIVACY_OFFICER),
            row("PUT", "/v1/meldcode-cases/{id}/steps/{step}", AANDACHTSFUNCTIONARIS),
            row("PUT", "/v1/meldcode-cases/{id}/weighing", AANDACHTSFUNCTIONARIS),
            row("PUT", "/v1/meldcode-cases/{id}/informing/{person}", AANDACHTSFUNCTIONARIS),
            row("PUT", "/v1/meldcode-cases/{id}/vt-advice", AANDACHTSFUNCTIONARIS),
            people("GET", "/v1/audit/checkpoint", AUDITOR, PRIVACY_OFFICER),
            people("GET", "/v1/audit/entries/{n}/proof", AUDITOR, PRIVACY_OFFICER),
            people("GET", "/v1/audit/consistency", AUDITOR, PRIVACY_OFFICER),
            people("GET", "/v1/audit/export", AUDITOR, PRIVACY_OFFICER),
            // Nobody who knows the cases of a small cell: they would find the others in it
            people("GET", "/v1/figures", PRIVACY_OFFICER),
            people("GET", "/v1/my/disclosures", FAMILY),
            between("POST", "/v1/exchange"),
            between("POST", "/v1/exchange/checkpoints"),
            between("GET", "/v1/exchange/{message}/attachments/{attachment}"),
            between("PUT", "/v1/exchange/{message}/attachments/{attachment}/chunks/{number}"));

    /** The management port, which listens on the loopback: who is there is the operator. */
    static final List<AccessRow> MANAGEMENT = List.of(
            open("GET", "/actuator"),
            open("GET", "/actuator/health"),
            open("GET", "/actuator/health/**"),
            open("GET", "/actuator/prometheus"));

    private AccessTable() {}

    /** With what somebody may open a page, which has no part of a path that differs; empty when there is no such page. */
    static Set<String> authoritiesOf(String page) {
        return ROWS.stream()
                .filter(row -> row.method().equals("GET") && row.path().equals(page))
                .flatMap(row -> Stream.of(row.authorities()))
                .collect(Collectors.toSet());
    }

    private static AccessRow row(String method, String path, Role... roles) {
        return new AccessRow(method, path, Set.of(), Set.of(roles), false);
    }

    // Also for people who are logged in. What is about a family they see by involvement, which the feed alone knows
    private static AccessRow people(String method, String path, Role... roles) {
        return new AccessRow(method, path, Set.of(), Set.of(roles), true);
    }

    private static AccessRow page(String path) {
        return new AccessRow("GET", path, Set.of(VISITOR), Set.of(REGISSEUR), true);
    }

    // A form of a page, with the token of its session; in a demo whoever visits may decide too, about families that are
    // made up
    private static AccessRow form(String path) {
        return new AccessRow("POST", path, Set.of(VISITOR), Set.of(REGISSEUR), true);
    }

    private static AccessRow between(String method, String path) {
        return new AccessRow(method, path, Set.of(NODE), Set.of(), false);
    }

    private static AccessRow open(String method, String path) {
        return new AccessRow(method, path, Set.of(EVERYBODY), Set.of(), false);
    }
}
