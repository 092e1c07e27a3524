package org.labcast.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.labcast.broker.Listener.TlsIdentity;

/** The little file by which the broker's key store of type PEMCFG finds a key and its certificate. */
final class PemConfiguration {
    private PemConfiguration() {}

    static Path write(Path file, TlsIdentity identity) throws IOException {
        Properties sources = new Properties();
        sources.setProperty("source.key", identity.key().toAbsolutePath().toString());
        sources.setProperty(
                "source.cert", identity.certificate().toAbsolutePath().toString());
        try (var out = Files.newOutputStream(file)) {
            sources.store(out, null);
        }
        return file;
    }
}
