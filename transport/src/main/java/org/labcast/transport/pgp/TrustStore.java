package org.labcast.transport.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.Fingerprint;

/** The certificates whose signatures are believed. An empty one believes nobody. */
public final class TrustStore {
    private final Map<Fingerprint, Certificate> certificates;

    private TrustStore(Map<Fingerprint, Certificate> certificates) {
        this.certificates = Collections.unmodifiableMap(certificates);
    }

    /** Copies of one certificate are joined, so that a revocation in either counts. */
    public static TrustStore of(Collection<Certificate> certificates) {
        Map<Fingerprint, Certificate> byFingerprint = new LinkedHashMap<>();
        certificates.forEach(c -> byFingerprint.merge(c.fingerprint(), c, Certificate::joinedWith));
        return new TrustStore(byFingerprint);
    }

    /**
     * The certificates in one file.
     *
     * @throws KeyException that names the file when it cannot be read or holds none
     */
    public static TrustStore ofFile(Path file) {
        return of(read(file));
    }

    /**
     * The certificates in the files {@code *.asc} and {@code *.pgp} of a folder.
     *
     * @throws KeyException that names the file or folder that cannot be read
     */
    public static TrustStore ofDirectory(Path directory) {
        return of(files(directory).stream().flatMap(file -> read(file).stream()).toList());
    }

    /**
     * What can be read of a folder, each file by itself: one that cannot be read takes no trust from the others, and
     * gives none.
     *
     * @throws KeyException when the folder itself cannot be listed
     */
    public static Found readableOf(Path directory) {
        List<Certificate> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(directory)) {
            try {
                all.addAll(read(file));
            } catch (KeyException e) {
                problems.add(e.getMessage());
            }
        }
        return new Found(of(all), problems);
    }

    /** @param problems one sentence for each file that could not be read */
    public record Found(TrustStore store, List<String> problems) {
        public Found {
            problems = List.copyOf(problems);
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            f -> f.toString().endsWith(".asc") || f.toString().endsWith(".pgp"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static List<Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Certificate.readAll(in.readNBytes(CertificateReader.MAXIMAL_SIZE + 1));
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (KeyException e) {
            throw new KeyException(file + ": " + e.getMessage(), e);
        }
    }

    private static KeyException unreadable(Path path, IOException e) {
        return new KeyException(path + " cannot be read (" + e + "); check that it exists and its permissions", e);
    }

    /** By the primary key's fingerprint. */
    public Optional<Certificate> find(Fingerprint fingerprint) {
        return Optional.ofNullable(certificates.get(fingerprint));
    }

    public Collection<Certificate> certificates() {
        return certificates.values();
    }
}
