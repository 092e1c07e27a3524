package org.labcast.services.generate;

/** Where the source of a type goes. */
final class JavaFile {
    private JavaFile() {}

    static GeneratedFile of(String packageName, String type, String text) {
        return GeneratedFile.of(packageName.replace('.', '/') + "/" + type + ".java", text);
    }
}
