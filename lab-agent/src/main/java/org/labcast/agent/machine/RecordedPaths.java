package org.labcast.agent.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.labcast.correction.PathKind;
import org.labcast.model.InvalidValueException;
import org.labcast.model.PathText;

/**
 * Files and directories that were given: those above a given one are directories, and so are those that every machine has
 * (file-hierarchy(7)); all others are absent.
 */
final class RecordedPaths {
    private static final int LONGEST = 4096;
    private static final Set<String> ON_PATH =
            Set.of("/bin", "/usr/bin", "/usr/local/bin", "/usr/games", "/usr/local/games", "/snap/bin");
    private static final Set<String> ON_ROOTS_PATH = Set.of("/sbin", "/usr/sbin", "/usr/local/sbin");
    private static final String EVERYWHERE =
            "/boot /dev /etc /home /media /mnt /opt /proc /root /run /srv /sys /tmp /bin /sbin /lib"
                    + " /usr/bin /usr/sbin /usr/lib /usr/share /usr/local/bin /usr/local/sbin /var/lib /var/log /var/cache /var/tmp";

    private final String user;
    private final Map<String, PathKind> kinds = new HashMap<>();
    private final Map<String, Set<String>> entries = new HashMap<>();
    private final Set<String> executables = new TreeSet<>();

    /** @param user whose home {@code ~} is; empty when unknown */
    RecordedPaths(String user) {
        this.user = user;
        for (String directory : EVERYWHERE.split(" ")) {
            addDirectory(directory);
        }
        addDirectory("~");
        addDirectory(".");
        kinds.put("/dev/null", PathKind.FILE);
    }

    void addDirectory(String path) {
        add(canonical(path), PathKind.DIRECTORY);
    }

    void addFile(String path) {
        add(canonical(path), path.endsWith("/") ? PathKind.DIRECTORY : PathKind.FILE);
    }

    void addExecutable(String nameOrPath) {
        if (!nameOrPath.contains("/")) {
            executables.add(nameOrPath);
            return;
        }
        String path = canonical(nameOrPath);
        String parent = parent(path);
        add(path, PathKind.FILE);
        if (ON_PATH.contains(parent) || (user.equals("root") && ON_ROOTS_PATH.contains(parent))) {
            executables.add(PathText.base(path));
        }
    }

    private void add(String path, PathKind kind) {
        if (path.length() > LONGEST) {
            throw new InvalidValueException("a path in facts is longer than " + LONGEST + " characters");
        }
        kinds.merge(path, kind, (old, other) -> old == PathKind.DIRECTORY ? old : other);
        String parent = parent(path);
        if (!parent.isEmpty()) {
            entries.computeIfAbsent(parent, any -> new TreeSet<>()).add(PathText.base(path));
            add(parent, PathKind.DIRECTORY);
        }
    }

    /** Names of what is on PATH. */
    Set<String> executables() {
        return executables;
    }

    PathKind kind(String path) {
        String seen = canonical(path);
        PathKind kind = kinds.get(seen);
        if (kind != null) {
            return kind;
        }
        // Of a program that was given by its name alone nobody knows in which of these directories it is.
        boolean somewhere = ON_PATH.contains(parent(seen)) && executables.contains(PathText.base(seen));
        return somewhere || seen.indexOf('\0') >= 0 ? PathKind.UNKNOWN : PathKind.ABSENT;
    }

    Set<String> entries(String directory) {
        return entries.getOrDefault(canonical(directory), Set.of());
    }

    /** Empty for a path that is in no known directory. */
    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            return path.substring(0, slash);
        }
        if (slash == 0) {
            return path.equals("/") ? "" : "/";
        }
        return path.equals(".") || path.equals("..") || path.equals("~") ? "" : ".";
    }

    /** Without empty, {@code .} and {@code ..} parts; {@code ~} is the user's home where that is known. */
    private String canonical(String given) {
        String path = given.equals("~") || given.startsWith("~/") ? home() + given.substring(1) : given;
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && path.startsWith("/"))) {
                parts.addLast(part);
            }
        }
        String whole = String.join("/", parts);
        return path.startsWith("/") ? "/" + whole : whole.isEmpty() ? "." : whole;
    }

    private String home() {
        if (user.isEmpty()) {
            return "~";
        }
        return user.equals("root") ? "/root" : "/home/" + user;
    }
}
