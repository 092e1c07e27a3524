package org.labcast.services.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources compiled by the JDK's compiler as {@code run} does it: every warning is an error. */
final class Compiled {
    /** What belongs to the publisher, which is not there where this package is built. */
    private static final List<Source> PUBLISHER = List.of(new Source("PublisherLab", """
                    package org.labcast.publisher.client;

                    public final class PublisherLab {
                        private PublisherLab() {}

                        public static org.labcast.services.client.ServiceBus open() {
                            throw new IllegalStateException();
                        }
                    }
                    """), new Source("Program", """
                    package org.labcast.publisher.client;

                    public final class Program {
                        private Program() {}

                        public interface Body {
                            void run() throws Exception;
                        }

                        public static int run(Body body) throws Exception {
                            body.run();
                            return 0;
                        }

                        public static void show(java.util.List<org.labcast.model.service.ServiceEntry> providers) {}

                        public static void show(org.labcast.services.page.Page page) {}
                    }
                    """));

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Compiled() {}

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** What the compiler says about them; the classes go to a folder. */
    static List<String> complaints(List<GeneratedFile> files, Map<String, String> more, Path classes) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<Source> sources = Stream.of(
                        files.stream()
                                .filter(file -> file.path().endsWith(".java"))
                                .map(file -> new Source(file.path().replaceAll(".*/|\\.java$", ""), file.text())),
                        more.entrySet().stream().map(one -> new Source(one.getKey(), one.getValue())),
                        PUBLISHER.stream())
                .flatMap(all -> all)
                .toList();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all",
                "-Xdoclint:all,-missing",
                "-Werror",
                "-cp",
                classPath(),
                "-d",
                classes.toString());
        COMPILER.getTask(null, null, said, options, null, sources).call();
        return said.getDiagnostics().stream()
                .filter(one -> one.getKind() != Diagnostic.Kind.NOTE)
                .map(one -> (one.getSource() == null ? "" : one.getSource().getName()) + ":" + one.getLineNumber()
                        + ": " + one.getMessage(Locale.ROOT))
                .toList();
    }

    /** The loader of the classes that were made of them. */
    static ClassLoader load(List<GeneratedFile> files, Map<String, String> more, Path classes) throws IOException {
        assertThat(complaints(files, more, classes)).isEmpty();
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(entry -> Files.exists(Path.of(entry)))
                .collect(Collectors.joining(":"));
    }
}
