package org.labcast.deploy.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One job as it was pushed, to one host. Each of its commands appends a word of its own to one file when it begins, and to another as its
 * last act; none of them is idempotent.
 *
 * @param said what its publisher wrote
 */
record Pushed(String name, String host, int commands, Path said) {
    private static final Pattern POSTED = Pattern.compile("Posted ([a-z2-7]{16}) ");

    /** How a host is to run the text. */
    enum Kind {
        SH("", "%s", "", 4),
        BASH("#!/bin/bash", "%s", "", 4),
        SHELL_EACH("#@ state=off", "%s", "", 4),
        SCRIPTS("", "#@ script%n%s%n#@ end", "", 4),
        SCRIPTS_SHELL_EACH("#@ state=off", "#@ script%n%s%n#@ end", "", 4),
        ONE_SCRIPT("#!/usr/bin/perl", "system q{%s};", "exit 0;", 1);

        private final String head;
        private final String form;
        private final String foot;
        private final int commands;

        Kind(String head, String form, String foot, int commands) {
            this.head = head;
            this.form = form;
            this.foot = foot;
            this.commands = commands;
        }
    }

    static Pushed write(Path lab, String name, String host, Random random) throws IOException {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        Pushed job = new Pushed(name, host, kind.commands, lab.resolve(name + ".out"));
        String body = IntStream.range(0, kind.commands)
                .mapToObj(i -> kind.form.formatted(job.command(lab, i, random)))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(job.tasks(), kind.head + "\n\n" + body + kind.foot + "\n");
        return job;
    }

    private String command(Path lab, int command, Random random) {
        String begin = "echo " + word(command) + " >> " + lab.resolve("begun");
        String end = "echo " + word(command) + " >> " + lab.resolve("finished");
        String pause = "sleep 0." + random.nextInt(9);
        return random.nextInt(3) > 0 ? begin + "; " + pause + "; " + end : pause + "; " + begin + "; echo said; " + end;
    }

    Path tasks() {
        return said.resolveSibling(name + ".txt");
    }

    String word(int command) {
        return name + "-" + command;
    }

    /** Its id, when its publisher has come so far as to say it. */
    Optional<String> id() {
        try {
            Matcher posted = POSTED.matcher(Files.exists(said) ? Files.readString(said) : "");
            return posted.find() ? Optional.of(posted.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("what a publisher said cannot be read", e);
        }
    }

    List<String> words() {
        return IntStream.range(0, commands).mapToObj(this::word).toList();
    }
}
