package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.labcast.agent.core.ExecutionException;

/** All processes that can be seen, by pid, as they were one after the other within a few milliseconds. */
public record ProcessTable(Map<Long, ProcessEntry> entries) {
    static ProcessTable read() {
        try (Stream<Path> folders = Files.list(Path.of("/proc"))) {
            Map<Long, ProcessEntry> entries = new HashMap<>();
            folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .flatMap(name -> ProcessEntry.of(Long.parseLong(name)).stream())
                    .forEach(entry -> entries.put(entry.pid(), entry));
            return new ProcessTable(entries);
        } catch (IOException e) {
            throw new ExecutionException("/proc cannot be read; is it mounted?", e);
        }
    }

    /** All but this process and those that it descends from. */
    Map<Long, ProcessEntry> others() {
        Map<Long, ProcessEntry> others = new HashMap<>(entries);
        ProcessEntry next = others.remove(ProcessHandle.current().pid());
        while (next != null) {
            next = others.remove(next.parent());
        }
        return others;
    }
}
