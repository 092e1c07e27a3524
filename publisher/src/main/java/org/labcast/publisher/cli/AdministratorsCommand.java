package org.labcast.publisher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.labcast.model.LabcastException;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.AdministratorFiles;
import org.labcast.publisher.home.PrivateFiles;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.text.Printable;
import org.labcast.transport.pgp.Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Other administrators of the same realm. */
@Command(
        name = "administrators",
        mixinStandardHelpOptions = true,
        description = "Lists the administrators known here, or takes in another one.",
        footer = {
            "",
            "To take in bob: he runs 'publisher init --realm … --name bob' and gives you his certificate.asc; you run",
            "'publisher administrators add bob certificate.asc', push the task file it writes, so that the hosts obey",
            "him, and hand him the login file; he runs 'publisher administrators login FILE'."
        },
        subcommands = {AdministratorsCommand.Add.class, AdministratorsCommand.Login.class})
final class AdministratorsCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Console console = home.console();
        for (Certificate certificate : home.home().trustedAdministrators().certificates()) {
            console.print(certificate.fingerprint() + "  " + Printable.of(certificate.userId()));
        }
        return 0;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Takes in another administrator.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private final HomeOption home = new HomeOption();

        @Parameters(index = "0", paramLabel = "NAME", description = "The publisher's name.")
        @SuppressWarnings("NullAway.Init") // required, set by picocli
        private PublisherName publisher;

        @Parameters(index = "1", paramLabel = "CERTIFICATE", description = "File with the OpenPGP certificate.")
        @SuppressWarnings("NullAway.Init") // required, set by picocli
        private Path file;

        @Override
        public Integer call() {
            List<Certificate> certificates = Certificate.readAll(PrivateFiles.bytes(file));
            if (certificates.size() != 1) {
                throw new LabcastException(file + " must hold one certificate, not " + certificates.size());
            }
            AdministratorFiles.requireUsable(certificates.get(0), file.toString());
            PublisherHome folder = home.home();
            Secret password = Secret.random();
            try (Wiring wiring = home.wiring()) {
                if (publisher.equals(wiring.config().name())) {
                    throw new LabcastException(publisher + " is your own publisher: nothing was changed");
                }
                wiring.provisioning().administrator(publisher, password);
                AdministratorFiles files = new AdministratorFiles(folder, wiring.config());
                files.trust(publisher, certificates.get(0));
                Path login = files.writeLogin(publisher, password);
                Path tasks = files.writeTrustTasks(publisher, certificates.get(0));
                Console console = home.console();
                console.print("Took in " + publisher + " with the key "
                        + certificates.get(0).fingerprint());
                console.print("Next: 'publisher push " + tasks + "' makes the hosts obey that key;");
                console.print("hand over " + login + " (it holds a password), for 'publisher administrators login'.");
            }
            return 0;
        }
    }

    @Command(
            name = "login",
            mixinStandardHelpOptions = true,
            description = "Takes the broker's address and your password from a login file.")
    static final class Login implements Callable<Integer> {
        @Mixin
        private final HomeOption home = new HomeOption();

        @Parameters(index = "0", paramLabel = "FILE", description = "The login file from another administrator.")
        @SuppressWarnings("NullAway.Init") // required, set by picocli
        private Path file;

        @Override
        public Integer call() {
            PublisherHome folder = home.home();
            new AdministratorFiles(folder, folder.config()).login(file);
            home.console().print("Logged in. Next: 'publisher hosts' shows the hosts.");
            return 0;
        }
    }
}
