package org.labcast.agent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.labcast.agent.core.FileFault;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.text.Printable;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab-agent verify}: the very check that the agent makes before it believes an order. */
@Command(
        name = "verify",
        description = "Judges a detached signature as the agent judges those of orders.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 accepted, with signer and time; 5 refused, with the reason on standard error; 64 wrong usage or a file that cannot be read.",
            "",
            "Example:",
            "  lab-agent verify --signature job.sig --certificates /etc/labcast/trust.d job.json"
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int REFUSED = 5;
    private static final long LARGEST = 64 << 20;

    @Option(names = "--signature", paramLabel = "SIG", required = true, description = "One detached signature.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or reports wrong usage
    private Path signature;

    @Option(
            names = "--certificates",
            paramLabel = "TRUST",
            required = true,
            description = "File or folder of the certificates that are trusted.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or reports wrong usage
    private Path certificates;

    @Parameters(paramLabel = "PAYLOAD", description = "What was signed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or reports wrong usage
    private Path payload;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Bytes signed = read(payload);
        Bytes detached = read(signature);
        Verification verification;
        try {
            verification = new SignatureVerifier(Clock.systemUTC(), SignaturePolicy.standard())
                    .verify(signed, detached, trust());
        } catch (LabcastException e) {
            return refused("MALFORMED", e.getMessage());
        }
        if (verification instanceof Verification.Refused refused) {
            return refused(refused.reason().name(), refused.explanation());
        }
        var accepted = ((Verification.Accepted) verification).payload();
        spec.commandLine().getOut().println("accepted: signed by " + accepted.signer() + " at " + accepted.signedAt());
        return 0;
    }

    private int refused(String reason, String explanation) {
        spec.commandLine().getErr().println("lab-agent: refused: " + reason + ": " + Printable.of(explanation));
        return REFUSED;
    }

    /** A file that is there and holds no certificate gives no trust; one that is not there is a slip of the pen. */
    private TrustStore trust() {
        return Files.isDirectory(certificates)
                ? TrustStore.ofDirectory(certificates)
                : TrustStore.of(Certificate.readAll(read(certificates).toArray()));
    }

    private Bytes read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new ParameterException(spec.commandLine(), file + " is a folder, not a file.");
            }
            if (Files.size(file) > LARGEST) {
                throw new ParameterException(spec.commandLine(), file + " is larger than " + LARGEST + " bytes.");
            }
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + file + ": " + FileFault.of(e) + ".", e);
        }
    }
}
