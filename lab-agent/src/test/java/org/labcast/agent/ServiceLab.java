package org.labcast.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.broker.TestBroker;
import org.labcast.model.order.Callers;
import org.labcast.model.order.Job;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Event;
import org.labcast.model.service.PortName;

/** A lab whose host offers tools that are small scripts, and the administrator calls them. */
final class ServiceLab implements AutoCloseable {
    /** A tool that ignores being asked to end, with a child in a session of its own and one that has forgotten its environment. */
    static final String TREE = """
            trap '' TERM
            name=${0##*/}
            setsid sleep 60 & one=$!
            env -i sleep 60 & two=$!
            echo $$ $one $two >"$name.new" && mv "$name.new" "$name.pids"
            [ "$name" = flood ] || wait
            """;

    final Path tools;
    final TestLab lab;
    private TestCaller caller;

    /** A lab whose agent runs within this process. */
    ServiceLab(TestBroker broker, Path folder) {
        this(new TestLab(broker, folder), folder);
        lab.startAgent();
    }

    ServiceLab(TestLab lab, Path folder) {
        this.lab = lab;
        tools = folder.resolve("tools");
        caller = new TestCaller(lab, lab.administrator);
    }

    TestCaller caller() {
        return caller;
    }

    /** Writes a script to where its tool is. */
    Path script(String name, String text) {
        try {
            Files.createDirectories(tools);
            Path script = Files.writeString(tools.resolve(name), "#!/bin/sh\ncd " + tools + "\n" + text + "\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The description of a component with one port {@code run} that calls the script of its name.
     *
     * @param style callee or process
     * @param more such as {@code Slots = "1"}
     */
    String description(String name, String style, String signature, String... more) {
        String component = style.equals("callee") ? "Call Return" : "Communicating Process";
        String used = Stream.of(signature.split(","))
                .map(parameter -> parameter.replaceAll(".*\\s", ""))
                .collect(Collectors.joining(" "));
        return """
                Component %s = {
                  Property Component-Type = "%s";
                  Port run = { Properties {
                    Port-Type = "%s"; Interface = "I%s"; Signature = "%s"; Cmd = "%s %s"; Path = "%s"; %s
                  } };
                };
                """.formatted(
                        name,
                        component,
                        style,
                        name,
                        signature,
                        name,
                        used,
                        tools.resolve(name),
                        Stream.of(more).map(property -> property + "; ").collect(Collectors.joining()));
    }

    static PortName port(String name) {
        return new PortName("I" + name, "run");
    }

    /** Writes the script, provisions the queue and installs: ready to be called. */
    PortName offer(String name, String script, String style, String signature, String... more) {
        script(name, script);
        lab.provision(port(name));
        Attempt attempt = install(description(name, style, signature, more), Callers.ADMINISTRATORS);
        if (!attempt.ending().success()) {
            throw new AssertionError(attempt.err().head().text());
        }
        return port(name);
    }

    Attempt install(String description, Callers callers) {
        return change(new ServiceChange.Install("tools.acme", description, callers));
    }

    Attempt change(ServiceChange change) {
        Task task = new Task("change", 1, TaskOptions.DEFAULT, Optional.of(change));
        Job job = new Job(lab.header(), "services", List.of(task), "");
        return lab.awaitEvent(lab.push(job), Event.TaskDone.class)
                .outcome()
                .attempts()
                .get(0);
    }

    TestCall call(PortName port, Map<String, List<String>> arguments) {
        return caller.call(port, arguments);
    }

    /** What a script wrote into a file of the folder of tools; empty when there is none. */
    String file(String name) {
        try {
            return Files.exists(tools.resolve(name)) ? Files.readString(tools.resolve(name)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restartBroker() {
        caller.close();
        lab.restartBroker();
        caller = new TestCaller(lab, lab.administrator);
    }

    void write(String name) {
        try {
            Files.writeString(tools.resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String tool) {
        try {
            Files.delete(tools.resolve(tool + ".pids"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of the processes of a {@link #TREE}, once it has told them. */
    List<Long> processes(String tool) {
        return Stream.of(file(tool + ".pids").strip().split(" "))
                .filter(number -> !number.isEmpty())
                .map(Long::parseLong)
                .toList();
    }

    void awaitProcesses(String tool) {
        TestLab.awaitFile(tools.resolve(tool + ".pids"));
    }

    /** Not even one that has ended and that nobody has asked about since. */
    static boolean lives(long process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        caller.close();
        lab.close();
    }
}
