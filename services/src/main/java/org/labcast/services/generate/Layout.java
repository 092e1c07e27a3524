package org.labcast.services.generate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How generated Java is laid out: 4 columns for a block, 8 for what goes on in another line. */
final class Layout {
    private Layout() {}

    /** A source file: package, imports of what its text names, the type. */
    static String source(String packageName, String type) {
        Set<String> words = new HashSet<>(Arrays.asList(type.split("\\W+")));
        List<String> used = Imports.ALL.stream()
                .filter(name -> words.contains(name.substring(name.lastIndexOf('.') + 1)))
                .sorted()
                .map(name -> "import " + name + ";\n")
                .toList();
        return "// Written by Labcast from a description; what is changed here is lost when it is generated again.\n"
                + "package " + packageName + ";\n\n"
                + String.join("", used)
                + (used.isEmpty() ? "" : "\n")
                + type;
    }

    /** Blocks with an empty line between any two. */
    static String blocks(List<String> blocks) {
        return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** A block, 4 columns further in. */
    static String in(String block) {
        return indented(block, "    ");
    }

    /** Lines that go on with what is before them, 8 columns further in. */
    static String further(String lines) {
        return indented(lines, "        ");
    }

    private static String indented(String block, String blanks) {
        return Arrays.stream(block.split("\n", -1))
                .map(line -> line.isEmpty() ? line : blanks + line)
                .collect(Collectors.joining("\n"));
    }
}
