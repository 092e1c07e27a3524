package org.labcast.publisher.cli.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.labcast.model.LabcastException;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.services.check.Checked;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.generate.ClientGenerator;
import org.labcast.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a Java program of an application's description. */
@Command(
        name = "generate-client",
        mixinStandardHelpOptions = true,
        description =
                "Makes a Java program of an application's description: typed interfaces, what calls them, a page, and DIR/run"
                        + " that compiles and starts it.",
        footer = {"", "Example:", "  publisher services generate-client netmonitor.acme --with nmap.acme -o netmonitor"
        })
final class ServicesGenerateClientCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private GenerateOptions options = new GenerateOptions();

    @Option(names = "--with", paramLabel = "FILE", description = "A file that declares the services that it uses.")
    private List<Path> with = new ArrayList<>();

    @Option(
            names = "--component",
            paramLabel = "NAME",
            description = "Which application, when the files describe several.")
    private Optional<String> component = Optional.empty();

    @Override
    public Integer call() {
        Console console = home.console();
        Optional<Checked> checked = options.checked(with, console);
        if (checked.isEmpty()) {
            return ServiceExit.FINDINGS;
        }
        ClientApplication client = client(checked.get());
        String packageName = options.packageName().orElse(ClientGenerator.usualPackage(client.component()));
        Path folder = options.folder();
        GeneratedFolder.Written written =
                new GeneratedFolder(folder).write(ClientGenerator.generate(client, packageName));
        console.print(written.sentence(folder));
        Optional<Path> missing = client.guiCodeFile()
                .map(file -> folder.resolve("src").resolve(file))
                .filter(file -> !Files.exists(file));
        console.print(missing.map(file -> "Next, write " + file + ", the face of the application; "
                        + folder.resolve("run") + " shows what it may begin with.")
                .orElse("Next: " + folder.resolve("run")));
        return 0;
    }

    private ClientApplication client(Checked checked) {
        List<ClientApplication> clients = checked.clients().stream()
                .filter(one -> component.orElse(one.component()).equals(one.component()))
                .toList();
        if (clients.size() == 1) {
            return clients.get(0);
        }
        String known =
                checked.clients().stream().map(ClientApplication::component).collect(Collectors.joining(", "));
        throw new LabcastException(Printable.of(
                known.isEmpty()
                        ? options.file() + " describes no application: no component has a port with Port-Type caller"
                        : "choose an application with --component; there are " + known));
    }
}
