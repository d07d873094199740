package nl.sluis.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.sluis.chaos.Breaker.Happened;

/** The report as one page that needs nothing else. */
record ReportPage(Report report) {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
            table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #767676;padding:.3rem .7rem;text-align:left}
            td.n{text-align:right}.good{border-left:.5rem solid #0b6b2e;padding-left:1rem}
            .bad{border-left:.5rem solid #b00020;padding-left:1rem}code{background:#f0f0f0;padding:0 .2rem}
            """;

    String html() {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sluis: chaos report</title><style>"
                + STYLE + "</style></head><body><h1>Chaos report</h1><p class=\""
                + (report.isClean() ? "good\">Nothing is wrong: " : "bad\">Something is wrong: ")
                + text(report.line()) + "</p>" + how() + figures() + faults() + schedule() + wrong()
                + "</body></html>\n";
    }

    private String how() {
        Chaos.Order order = report.order();
        return "<p>Seed <code>" + order.seed() + "</code>, " + order.messages() + " messages, "
                + order.schoolProcesses() + " processes of the school's node and " + order.teamProcesses()
                + " of the team's, a PostgreSQL server for each. Again: <code>mvn -q -P chaos verify -Dchaos.messages="
                + order.messages() + " -Dchaos.seed=" + order.seed() + "</code></p><p>Under load and faults for "
                + Report.seconds(report.times().load()) + " s; at rest "
                + Report.seconds(report.times().rest()) + " s later. Slowest recovery "
                + Report.seconds(report.slowest()) + " s (wanted: under " + Report.TARGET.toSeconds()
                + " s); of processes killed when all was at rest "
                + report.times().oneByOne().stream()
                        .map(one -> Report.seconds(one) + " s")
                        .collect(Collectors.joining(", "))
                + ".</p>"
                + "<p>A message is <em>lost</em> when it was answered with 202 and is in no final state at both sides; "
                + "<em>twice</em> when it is read, received or confirmed more than once; <em>after withdrawal</em> when "
                + "it was stored after the parent's withdrawal was answered, by an attempt that began after that or must "
                + "have. What was on the wire at that very moment is <em>in flight</em>; its reader must have been told.</p>"
                + report.leftOut().stream()
                        .map(left -> "<p class=\"bad\">Left out: " + text(left) + "</p>")
                        .collect(Collectors.joining());
    }

    private String figures() {
        StringBuilder rows = new StringBuilder("<h2>Counts</h2><table>");
        for (Map.Entry<String, Integer> figure : report.figures().entrySet()) {
            rows.append("<tr><th>").append(text(figure.getKey())).append("</th><td class=\"n\">");
            rows.append(figure.getValue()).append("</td></tr>");
        }
        return rows + "</table>";
    }

    private String faults() {
        StringBuilder rows = new StringBuilder(
                "<h2>Faults</h2><table><tr><th>Fault</th><th>Times</th><th>Recovery, s: shortest, median, longest</th></tr>");
        for (Map.Entry<Fault, List<Happened>> sort : report.classes().entrySet()) {
            rows.append("<tr><td>").append(text(sort.getKey().says())).append("</td><td class=\"n\">");
            rows.append(sort.getValue().size()).append("</td><td>");
            rows.append(spread(Report.recoveries(sort.getValue()).toList())).append("</td></tr>");
        }
        return rows + "</table>";
    }

    private static String spread(List<Duration> recoveries) {
        return recoveries.isEmpty()
                ? "–"
                : Report.seconds(recoveries.getFirst()) + ", "
                        + Report.seconds(recoveries.get(recoveries.size() / 2)) + ", "
                        + Report.seconds(recoveries.getLast());
    }

    private String schedule() {
        StringBuilder rows = new StringBuilder(
                "<h2>Schedule</h2><table><tr><th>#</th><th>After acts</th><th>Fault</th><th>Down, s</th><th>In all, s</th></tr>");
        int n = 1;
        for (Happened one : report.happened()) {
            rows.append("<tr><td class=\"n\">")
                    .append(n++)
                    .append("</td><td class=\"n\">")
                    .append(one.atAct());
            rows.append("</td><td>").append(text(one.planned().fault().says())).append("</td><td class=\"n\">");
            rows.append(one.planned().lastsMillis() / 1000.0).append("</td><td class=\"n\">");
            rows.append(Report.seconds(one.took())).append("</td></tr>");
        }
        return rows + "</table>";
    }

    private String wrong() {
        return report.verdict().faults().isEmpty()
                ? ""
                : "<h2>What is wrong</h2><ul>"
                        + report.verdict().faults().stream()
                                .map(fault -> "<li>" + text(fault) + "</li>")
                                .collect(Collectors.joining())
                        + "</ul>";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
