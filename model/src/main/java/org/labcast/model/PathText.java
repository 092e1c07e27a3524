package org.labcast.model;

/**
 * Parts of a path, by its text alone. A pattern such as {@code .*}{@code /} or {@code [^/]*$} would start over at each character of a
 * long name.
 */
public final class PathText {
    private PathText() {}

    /** What stands behind the last slash; empty text for a path that ends with one. */
    public static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same without the slashes at its end, as {@code basename} says it; empty text for the root. */
    public static String baseOfFolder(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return base(path.substring(0, end));
    }

    /** What stands before the last slash; empty text without one, and for what lies in the root. */
    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Without slashes at its end; the root keeps one. */
    public static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
