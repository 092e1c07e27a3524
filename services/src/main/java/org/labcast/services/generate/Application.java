package org.labcast.services.generate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.model.PathText;
import org.labcast.services.contract.ClientPort;
import org.labcast.services.contract.ServicePort;

/**
 * An application with all of its names.
 *
 * @param component as the description calls it
 * @param name of its class
 * @param gui name of the interface that its face implements
 * @param page name of the face that is generated
 * @param main name of the program
 * @param guiFile the face that its author writes
 */
record Application(
        String component,
        String name,
        String gui,
        String page,
        String main,
        Optional<GuiFile> guiFile,
        List<Port> ports) {
    Application {
        ports = List.copyOf(ports);
    }

    /**
     * One of its ports.
     *
     * @param type the interface that it calls
     * @param proxy what implements that over a bus
     * @param method which of its methods the port is attached to
     * @param shared whether its results are shown where those of others are
     */
    record Port(ClientPort port, String field, JavaInterface type, String proxy, JavaMethod method, boolean shared) {
        ServicePort provider() {
            return method.port();
        }
    }

    /**
     * A source file of the author of the application.
     *
     * @param path below {@code src}
     * @param type the class that it declares
     */
    record GuiFile(String path, String type) {
        private static final Pattern PATH = Pattern.compile("(?:[\\w-]++/)*+\\w+\\.java");

        /** @throws GenerationException when it is no path of a Java source; it gets into a script */
        static GuiFile of(String path) {
            if (!PATH.matcher(path).matches()) {
                throw new GenerationException("'" + path + "' is no Java source file below the folder of the sources");
            }
            return new GuiFile(path, PathText.base(path).replaceAll("\\.java$", ""));
        }
    }
}
