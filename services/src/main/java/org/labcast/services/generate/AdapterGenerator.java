package org.labcast.services.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labcast.services.contract.ServicePort;

/** Makes adapters of services: each interface, done by the tools of the machine that the program runs on. */
public final class AdapterGenerator {
    private AdapterGenerator() {}

    /**
     * All files, in the order of their paths.
     *
     * @param ports that the description offers
     * @param file name of the description, for messages
     * @param text of the description
     * @throws GenerationException when something cannot be said in Java
     */
    public static List<GeneratedFile> generate(List<ServicePort> ports, String packageName, String file, String text) {
        JavaName.checkedPackage(packageName);
        Naming naming = new Naming();
        String description = naming.exactly("Description");
        Map<String, List<ServicePort>> byContract = naming.byContract(ports);
        Map<String, Types> types = new LinkedHashMap<>();
        byContract.keySet().forEach(contract -> types.put(contract, Types.of(naming, contract)));
        List<GeneratedFile> files = new ArrayList<>();
        types.forEach((contract, named) -> {
            JavaInterface type = naming.named(contract, named.type(), byContract.getOrDefault(contract, List.of()));
            files.add(JavaFile.of(packageName, named.type(), InterfaceSource.of(packageName, type)));
            files.add(JavaFile.of(packageName, named.proxy(), ProxySource.of(packageName, type, named.proxy())));
            files.add(JavaFile.of(
                    packageName,
                    named.adapter(),
                    AdapterSource.of(packageName, type, named.proxy(), named.adapter(), description)));
        });
        files.add(
                JavaFile.of(packageName, description, AdapterSource.description(packageName, description, file, text)));
        files.add(GeneratedFile.of("openapi.json", OpenApi.of(packageName, ports)));
        return GeneratedFile.sorted(files);
    }

    /** The names of what is made of one interface. */
    private record Types(String type, String proxy, String adapter) {
        static Types of(Naming naming, String contract) {
            String type = naming.type(contract);
            return new Types(type, naming.type(type + "Proxy"), naming.type(type + "Adapter"));
        }
    }
}
