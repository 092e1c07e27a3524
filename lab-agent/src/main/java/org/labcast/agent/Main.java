package org.labcast.agent;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry. */
@Command(name = "lab-agent", version = "lab-agent 0.1.0", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
