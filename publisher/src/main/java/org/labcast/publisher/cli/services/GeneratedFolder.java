package org.labcast.publisher.cli.services;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.model.LabcastException;
import org.labcast.services.generate.GeneratedFile;

/**
 * A folder with files of a generator, and others. Which are the generator's stands in a list among them: only those are written
 * over or removed.
 */
final class GeneratedFolder {
    private static final String LIST = "generated/files.txt";
    /** Nothing else can be in the list, so that a list of somebody else removes nothing else. */
    private static final Pattern OWN = Pattern.compile("run|generated(?:/(?!\\.)[A-Za-z0-9_.]+)+");

    private final Path folder;

    GeneratedFolder(Path folder) {
        this.folder = folder;
    }

    /** What has been done. */
    record Written(int changed, int same, int removed) {
        String sentence(Path folder) {
            return "Wrote " + changed + (changed == 1 ? " file" : " files") + " in " + folder + ", " + same
                    + " as before, " + removed + " removed.";
        }
    }

    /**
     * Makes it hold just these of the generator's files; a file that is as it should be is not touched.
     *
     * @throws LabcastException when a file is there that is not the generator's; then nothing has been written
     */
    Written write(List<GeneratedFile> files) {
        try {
            Set<String> before = listed();
            Set<String> after = files.stream().map(GeneratedFile::path).collect(Collectors.toCollection(TreeSet::new));
            for (GeneratedFile file : files) {
                refuseForeign(file, before);
            }
            return write(files, before, after);
        } catch (IOException e) {
            throw new LabcastException("cannot write into " + folder + ": " + e, e);
        }
    }

    private Written write(List<GeneratedFile> files, Set<String> before, Set<String> after) throws IOException {
        // If this ends in the middle, the list names whatever may have been written.
        Set<String> both = new TreeSet<>(before);
        both.addAll(after);
        list(both);
        int changed = 0;
        for (GeneratedFile file : files) {
            changed += write(file) ? 1 : 0;
        }
        both.removeAll(after);
        for (String path : both) {
            remove(path);
        }
        list(after);
        return new Written(changed, files.size() - changed, both.size());
    }

    private Set<String> listed() throws IOException {
        Path list = inside(LIST);
        if (!Files.exists(list)) {
            return Set.of();
        }
        Set<String> listed = new TreeSet<>(Files.readAllLines(list));
        listed.stream().filter(path -> !OWN.matcher(path).matches()).findFirst().ifPresent(path -> {
            throw new LabcastException(list + " names '" + path + "', which is no generated file; remove that line");
        });
        return listed;
    }

    private void list(Set<String> paths) throws IOException {
        write(new GeneratedFile(LIST, String.join("\n", paths) + "\n", false));
    }

    private void refuseForeign(GeneratedFile file, Set<String> own) throws IOException {
        Path path = inside(file.path());
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !own.contains(file.path()) && !same(path, file)) {
            throw new LabcastException(
                    path + " is there, and was not generated: move it away, or name another folder with -o");
        }
    }

    /** Whether it had to be. */
    private boolean write(GeneratedFile file) throws IOException {
        Path path = inside(file.path());
        boolean changed = !Files.exists(path, LinkOption.NOFOLLOW_LINKS) || !same(path, file);
        if (changed) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.text());
        }
        if (file.program()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return changed;
    }

    private static boolean same(Path path, GeneratedFile file) throws IOException {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Arrays.equals(
                        Files.readAllBytes(path), file.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void remove(String path) throws IOException {
        Files.deleteIfExists(inside(path));
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            try {
                Files.deleteIfExists(inside(path.substring(0, end)));
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /** @throws LabcastException when a link leads elsewhere */
    private Path inside(String path) {
        Path inside = folder;
        for (String part : path.split("/")) {
            inside = inside.resolve(part);
            if (Files.isSymbolicLink(inside)) {
                throw new LabcastException(
                        inside + " is a symbolic link; generated files are written into no other place");
            }
        }
        return inside;
    }
}
