package nl.sluis.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.access.CurrentCaller;
import nl.sluis.adapter.Violation;
import nl.sluis.canonical.MessageId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.directory.Directory;
import nl.sluis.directory.Partner;
import nl.sluis.submit.PersonReports;
import nl.sluis.submit.Reception;
import nl.sluis.submit.Reply;
import org.springframework.stereotype.Component;

/** Asks about a report and sends it, by the same path as what an own system posts. */
@Component
final class ReportDesk {

    private final Reception reception;
    private final PersonReports sent;
    private final Directory directory;

    ReportDesk(Reception reception, PersonReports sent, Directory directory) {
        this.reception = reception;
        this.sent = sent;
        this.directory = directory;
    }

    /** What came of it. */
    sealed interface Result {

        /** It was decided about. */
        record Decided(ReportAnswer answer) implements Result {}

        /** It could not be decided about. */
        record Faulty(List<ReportChecks.Fault> faults) implements Result {}
    }

    /** To whom a report can go today. */
    List<Partner> recipients() {
        return Stream.of(OrganisationType.WIJKTEAM, OrganisationType.VEILIG_THUIS)
                .flatMap(type -> directory.addressable(type).stream())
                .toList();
    }

    /** The recipient that was chosen; empty when it is no choice. */
    Optional<Partner> recipient(ReportAnswers answers) {
        return recipients().stream()
                .filter(partner -> partner.id().value().equals(answers.get("recipient")))
                .findFirst();
    }

    /** What would become of it; nothing is kept. */
    Result ask(ReportAnswers answers, Partner to, boolean english) {
        ReportDocument document = new ReportDocument(answers, to.type());
        return result(document, reception.ask(document.payload(), to.id(), english));
    }

    /** Sends it, once under its key. */
    Result send(ReportAnswers answers, Partner to, boolean english) {
        ReportDocument document = new ReportDocument(answers, to.type());
        // The key of one person is nobody else's
        String source = "form/" + CurrentCaller.name().orElseThrow();
        Result result = result(
                document,
                reception.take(document.payload(), source, answers.key().toString(), to.id(), english));
        if (result instanceof Result.Decided decided) {
            // Not with the message: should this node stop in between, sending again under the same key notes it
            sent.note(MessageId.parse(decided.answer().id()));
        }
        return result;
    }

    private static Result result(ReportDocument document, Reply reply) {
        return switch (reply) {
            case Reply.Decided decided ->
                new Result.Decided(ReportAnswer.of(document, decided.answer().bytes()));
            case Reply.Partly partly -> throw new IllegalStateException("one report is one message");
            case Reply.Refused refused ->
                new Result.Faulty(refused.faults().stream()
                        .map(ReportDesk::fault)
                        .distinct()
                        .toList());
        };
    }

    private static ReportChecks.Fault fault(Violation violation) {
        return switch (violation.code()) {
            case "CONTRADICTING_IDENTIFIERS" -> new ReportChecks.Fault("number", "report.fault.contradicting");
            case "UNKNOWN_RECIPIENT", "RECIPIENT_ENDED" ->
                new ReportChecks.Fault("recipient", "report.fault.recipient");
            case "KEY_TAKEN" -> new ReportChecks.Fault("", "report.fault.sent");
            default -> new ReportChecks.Fault("", "report.fault.other");
        };
    }
}
