package org.labcast.publisher.workflow;

import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.publisher.taskfile.TaskSource;
import org.labcast.publisher.text.ShellQuoting;

/**
 * How a person sends to the other hosts what the canaries have tried.
 *
 * @param canary the job of the canaries
 * @param rest the hosts that have got nothing
 */
record ResumeHint(OrderId canary, HostSet rest, TaskSource source) {
    /** While it is not known what the canaries make of it. */
    String later() {
        return nothingSent() + "\n  publisher watch " + canary + fix() + push("FILE")
                + "\nwhere FILE is what fix has written, or the file as it was when there is nothing to fix.";
    }

    String now(boolean corrected) {
        return nothingSent()
                + (corrected
                        ? fix() + push(ShellQuoting.of(source.beside().toString()))
                        : push(ShellQuoting.of(source.path())));
    }

    private String nothingSent() {
        return "Nothing was sent to the other " + count(rest) + ". To go on:";
    }

    private String fix() {
        return "\n  publisher fix " + canary;
    }

    private String push(String file) {
        return "\n  publisher push " + file + " --host " + ShellQuoting.of(rest.toString());
    }

    /** {@code 29 hosts, lab-[02-30]}. */
    static String count(HostSet hosts) {
        return hosts.size() == 1 ? "host, " + hosts : hosts.size() + " hosts, " + hosts;
    }
}
