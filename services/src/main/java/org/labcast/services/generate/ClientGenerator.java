package org.labcast.services.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.ClientPort;
import org.labcast.services.contract.ServicePort;

/** Makes the program of an application: interfaces, proxies, the application with its ports, its face, and a main program. */
public final class ClientGenerator {
    private final ClientApplication client;
    private final String packageName;
    private final Naming naming = new Naming();

    private ClientGenerator(ClientApplication client, String packageName) {
        this.client = client;
        this.packageName = JavaName.checkedPackage(packageName);
    }

    /** The package of an application for which nobody named one. */
    public static String usualPackage(String component) {
        return JavaName.packageOf(component);
    }

    /**
     * All files of the program, in the order of their paths.
     *
     * @throws GenerationException when a port is attached to nothing, or something cannot be said in Java
     */
    public static List<GeneratedFile> generate(ClientApplication client, String packageName) {
        return new ClientGenerator(client, packageName).generate();
    }

    private List<GeneratedFile> generate() {
        Application app = named();
        Map<String, String> sources = new LinkedHashMap<>();
        app.ports().forEach(port -> {
            sources.put(port.type().name(), InterfaceSource.of(packageName, port.type()));
            sources.put(port.proxy(), ProxySource.of(packageName, port.type(), port.proxy()));
        });
        sources.put(app.name(), ApplicationSource.of(packageName, app));
        sources.put(app.gui(), GuiSource.of(packageName, app));
        sources.put(app.page(), PageSource.of(packageName, app));
        sources.put(app.main(), MainSource.of(packageName, app));
        List<GeneratedFile> files = new ArrayList<>();
        sources.forEach((type, text) -> files.add(JavaFile.of(packageName, type, text)));
        files.add(GeneratedFile.of("openapi.json", OpenApi.of(client.component(), providers())));
        files.add(RunScript.of(packageName, app));
        return GeneratedFile.sorted(files);
    }

    private Application named() {
        Optional<Application.GuiFile> guiFile = client.guiCodeFile().map(Application.GuiFile::of);
        guiFile.ifPresent(file -> naming.exactly(file.type()));
        String name = naming.type(client.component());
        Map<String, List<ServicePort>> byContract = naming.byContract(providers());
        Map<String, String> types = byContract.keySet().stream()
                .collect(Collectors.toMap(key -> key, naming::type, (a, b) -> a, LinkedHashMap::new));
        Map<String, String> proxies = types.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, type -> naming.type(type.getValue() + "Proxy")));
        String gui = naming.type(name + "Gui");
        String page = naming.type(name + "Page");
        String main = naming.type(name + "Main");
        Map<String, JavaInterface> interfaces = new LinkedHashMap<>();
        types.forEach((contract, type) ->
                interfaces.put(contract, naming.named(contract, type, byContract.getOrDefault(contract, List.of()))));
        NameScope fields = naming.variables();
        List<Application.Port> ports = client.ports().stream()
                .map(port -> port(
                        port,
                        fields.take(JavaName.variable(port.name())),
                        Objects.requireNonNull(interfaces.get(provider(port).contract())),
                        Objects.requireNonNull(proxies.get(provider(port).contract()))))
                .toList();
        return new Application(client.component(), name, gui, page, main, guiFile, ports);
    }

    private Application.Port port(ClientPort port, String field, JavaInterface type, String proxy) {
        JavaMethod method = type.methods().stream()
                .filter(one -> one.port().name().equals(provider(port).name()))
                .findFirst()
                .orElseThrow();
        boolean shared = client.sharedGui()
                || port.sharedGui()
                || provider(port).metadata().sharedGui();
        return new Application.Port(port, field, type, proxy, method, shared);
    }

    private List<ServicePort> providers() {
        return client.ports().stream().map(ClientGenerator::provider).toList();
    }

    private static ServicePort provider(ClientPort port) {
        return port.provider()
                .orElseThrow(() -> new GenerationException("the port " + port.fullName()
                        + " is attached to no service, so that nobody knows what it calls; attach it"));
    }
}
