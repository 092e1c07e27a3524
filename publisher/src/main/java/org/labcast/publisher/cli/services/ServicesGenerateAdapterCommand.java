package org.labcast.publisher.cli.services;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.LabcastException;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.services.check.Checked;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.generate.AdapterGenerator;
import org.labcast.services.generate.ClientGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes Java classes that do services with the tools of the machine that they run on. */
@Command(
        name = "generate-adapter",
        mixinStandardHelpOptions = true,
        description =
                "Makes Java classes of a description by which a program uses the tools of its own machine, without a lab.",
        footer = {"", "Example:", "  publisher services generate-adapter nmap.acme -o nmap --package lab.nmap"})
final class ServicesGenerateAdapterCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private GenerateOptions options = new GenerateOptions();

    @Override
    public Integer call() {
        Console console = home.console();
        Optional<Checked> checked = options.checked(List.of(), console);
        if (checked.isEmpty()) {
            return ServiceExit.FINDINGS;
        }
        if (checked.get().services().isEmpty()) {
            throw new LabcastException(options.file() + " describes no service");
        }
        String name = String.valueOf(options.file().getFileName());
        String packageName =
                options.packageName().orElseGet(() -> ClientGenerator.usualPackage(name.replaceFirst("\\.[^.]*$", "")));
        String text = DescriptionFiles.text(options.file());
        Path folder = options.folder();
        console.print(new GeneratedFolder(folder)
                .write(AdapterGenerator.generate(checked.get().services(), packageName, name, text))
                .sentence(folder));
        return 0;
    }
}
