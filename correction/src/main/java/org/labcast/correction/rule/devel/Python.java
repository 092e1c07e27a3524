package org.labcast.correction.rule.devel;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;

/** How Python, its package installer and its packages are called on a machine. */
final class Python {
    /** Modules whose package has another name, on PyPI. */
    private static final Map<String, String> ON_PYPI = Map.ofEntries(
            Map.entry("yaml", "PyYAML"),
            Map.entry("PIL", "Pillow"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("skimage", "scikit-image"),
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("serial", "pyserial"),
            Map.entry("usb", "pyusb"),
            Map.entry("Crypto", "pycryptodome"),
            Map.entry("OpenSSL", "pyOpenSSL"),
            Map.entry("MySQLdb", "mysqlclient"),
            Map.entry("psycopg2", "psycopg2-binary"),
            Map.entry("git", "GitPython"),
            Map.entry("docx", "python-docx"),
            Map.entry("magic", "python-magic"));

    private Python() {}

    /** The interpreter; {@code python} unless the machine has only {@code python3}. */
    static String name(MachineFacts facts) {
        return oneOf(facts, "python", "python3");
    }

    /** The installer of packages, likewise. */
    static String pip(MachineFacts facts) {
        return oneOf(facts, "pip", "pip3");
    }

    private static String oneOf(MachineFacts facts, String usual, String other) {
        Set<String> executables = facts.names(NameKind.EXECUTABLES);
        return !executables.contains(usual) && executables.contains(other) ? other : usual;
    }

    /** The name under which a module is on PyPI, as far as we know. */
    static String onPypi(String module) {
        return ON_PYPI.getOrDefault(module, module);
    }

    /** Debian's package of a module or of a package on PyPI, if the machine can install it. */
    static Optional<String> debian(MachineFacts facts, String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("^python3?-", "");
        Set<String> packages = facts.names(NameKind.PACKAGES);
        return Optional.of("python3-" + plain)
                .filter(packages::contains)
                .or(() -> Optional.of("python3-" + name).filter(packages::contains));
    }

    /** The call that installs Debian's packages. */
    static String install(MachineFacts facts, String packages) {
        return (facts.machine().canBecomeRoot() ? "sudo " : "") + "apt-get install -y " + packages;
    }
}
