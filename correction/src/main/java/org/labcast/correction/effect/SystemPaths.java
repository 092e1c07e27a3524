package org.labcast.correction.effect;

/** Places in the file system that decide how the machine works. */
public final class SystemPaths {
    private SystemPaths() {}

    /** Whether the path is one of the machine's own rules, its programs or no file at all, or leads out of what it names. */
    public static boolean isGuarded(String path) {
        return Operand.isGuarded(path);
    }
}
