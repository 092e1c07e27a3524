package org.labcast.publisher.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.labcast.model.OrderId;
import org.labcast.model.order.Header;
import org.labcast.model.order.Task;

/**
 * One JSON document. Its fields are stable; new ones may be added.
 *
 * <pre>
 * job       id title realm target signer created expires posted tasks[number line command]
 * at elapsed exit
 * totals    hosts succeeded corrected failed (cancelled of them) running missing expired
 * hosts[]   host state detail succeeded cancelled lastSeen on
 *           tasks[task state attempts[command correction started seconds ending exit stdout stderr] suggestions[] advice[]]
 * refused[] host reason times at
 * doubled[] hosts as which two machines answer
 * alerts[]  host reason explanation at digest
 * </pre>
 */
public final class JsonReport {
    private JsonReport() {}

    public static String render(JobReport report) {
        return JsonForms.pretty(node(report));
    }

    /** {@code exit}, {@code canary} and {@code rest}, each a report, {@code unsent}: hosts that got nothing. */
    public static String render(CanaryReport both) {
        ObjectNode root = JsonForms.object();
        root.put("exit", both.exit().number());
        root.set("canary", node(both.canary()));
        root.set("rest", both.rest().map(JsonReport::node).orElse(null));
        root.putArray("unsent");
        both.unsent().forEach(host -> root.withArray("unsent").add(host.value()));
        return JsonForms.pretty(root);
    }

    private static ObjectNode node(JobReport report) {
        ObjectNode root = JsonForms.object();
        root.set("job", job(report));
        root.put("at", report.at().toString());
        root.put("elapsed", JsonForms.seconds(report.elapsed()));
        root.put("exit", ExitCode.of(report).number());
        root.set("totals", totals(report.totals()));
        root.putArray("hosts");
        int tasks = report.job().tasks().size();
        report.hosts().forEach(host -> root.withArray("hosts").add(host(host, tasks)));
        root.putArray("refused");
        report.refused()
                .forEach(answer -> root.withArray("refused")
                        .add(JsonForms.object()
                                .put("host", answer.claimedHost())
                                .put("order", answer.order().map(OrderId::value).orElse(""))
                                .put("reason", answer.reason())
                                .put("times", answer.times())
                                .put("at", answer.at().toString())));
        root.putArray("doubled");
        report.doubled().forEach(host -> root.withArray("doubled").add(host.value()));
        root.putArray("alerts");
        report.alerts()
                .forEach(alert -> root.withArray("alerts")
                        .add(JsonForms.object()
                                .put("host", alert.host().value())
                                .put("reason", alert.reason().name())
                                .put("explanation", alert.explanation())
                                .put("at", alert.at().toString())
                                .put("digest", alert.digest())));
        return root;
    }

    private static ObjectNode job(JobReport report) {
        Header header = report.job().header();
        ObjectNode node = JsonForms.object()
                .put("id", header.id().value())
                .put("title", report.job().title())
                .put("realm", header.realm().value())
                .put("target", header.target().describe())
                .put("signer", header.signer().value())
                .put("created", header.created().toString())
                .put("expires", header.expires().toString())
                .put("posted", report.posted());
        int number = 1;
        for (Task task : report.job().tasks()) {
            node.withArray("tasks")
                    .add(JsonForms.object()
                            .put("number", number++)
                            .put("line", task.line())
                            .put("command", task.command()));
        }
        return node;
    }

    private static ObjectNode totals(Totals totals) {
        return JsonForms.object()
                .put("hosts", totals.hosts())
                .put("succeeded", totals.succeeded())
                .put("corrected", totals.corrected())
                .put("failed", totals.failed())
                .put("cancelled", totals.cancelled())
                .put("running", totals.running())
                .put("missing", totals.missing())
                .put("expired", totals.expired());
    }

    private static ObjectNode host(HostReport host, int tasks) {
        ObjectNode node = JsonForms.object()
                .put("host", host.host().value())
                .put("state", host.state().name())
                .put("detail", host.detail())
                .put("succeeded", host.succeeded(tasks));
        host.cancelled().ifPresent(point -> node.put("cancelled", point.name()));
        JsonForms.putTime(node, "lastSeen", host.lastSeen().map(LastSeen::at));
        Optional<Boolean> on = host.lastSeen().map(LastSeen::on);
        on.ifPresent(up -> node.put("on", up));
        node.putArray("tasks");
        host.outcomes().forEach(outcome -> node.withArray("tasks").add(JsonForms.of(outcome)));
        return node;
    }
}
