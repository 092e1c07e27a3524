package org.labcast.correction;

/**
 * The machine and the user in short; empty text where unknown.
 *
 * @param os ID of os-release(5), such as {@code debian}
 * @param packageManager the one that is present: {@code apt-get}, {@code dnf}, {@code yum}, {@code zypper}, {@code pacman} or
 *     {@code apk}
 * @param user whom the command ran as
 * @param sudo whether sudo works for that user without a password
 */
public record Machine(String os, String packageManager, String user, boolean sudo) {
    public static final Machine UNKNOWN = new Machine("", "", "", false);

    /** Whether a command can be given root's rights by putting sudo before it. */
    public boolean canBecomeRoot() {
        return sudo && !user.equals("root");
    }
}
