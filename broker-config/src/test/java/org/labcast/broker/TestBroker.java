package org.labcast.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.labcast.broker.Provisioning.HostAccount;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Endpoint;

/**
 * A real broker with the shipped settings, on a free port of the loopback interface; for tests of any module. With {@code
 * @RegisterExtension} it starts before the tests of a class (a static field) or before each test, and goes after them, with its folder.
 */
public final class TestBroker
        implements AutoCloseable, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    public static final PublisherName PUBLISHER = new PublisherName("ann");
    private static final Secret ADMINISTRATORS_PASSWORD = new Secret("the administrator's password");

    private Path data;
    private EmbeddedBroker broker;
    private boolean forAllTests;

    /** For {@code @RegisterExtension}. */
    public TestBroker() {}

    /** Starts one that is no extension, with publisher {@link #PUBLISHER} provisioned. */
    public static TestBroker start(Path data) {
        TestBroker started = new TestBroker();
        started.open(data);
        return started;
    }

    private void open(Path folder) {
        data = folder;
        broker = open(data, 0);
        provision(provisioning -> provisioning.administrator(PUBLISHER, ADMINISTRATORS_PASSWORD));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        open(Files.createTempDirectory("labcast-broker"));
        forAllTests = true;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (!forAllTests) {
            open(Files.createTempDirectory("labcast-broker"));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (!forAllTests) {
            end();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (forAllTests) {
            end();
        }
    }

    private void end() throws IOException {
        close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static EmbeddedBroker open(Path data, int port) {
        return EmbeddedBroker.start(data, List.of(Listener.loopback(port)), PUBLISHER, ADMINISTRATORS_PASSWORD);
    }

    /** Provisions a host; its password is {@code password of NAME}. */
    public Endpoint host(String name, String... groups) {
        Set<GroupName> inGroups = Stream.of(groups).map(GroupName::new).collect(Collectors.toSet());
        HostName host = new HostName(name);
        provision(provisioning ->
                provisioning.hosts(List.of(new HostAccount(host, inGroups, new Secret("password of " + name)))));
        return as(Provisioning.user(host), "password of " + name);
    }

    public void provision(java.util.function.Consumer<Provisioning> what) {
        try (BusConnection connection = connect();
                Provisioning provisioning = new Provisioning(connection)) {
            what.accept(provisioning);
        }
    }

    public Endpoint administrator() {
        return as(Provisioning.user(PUBLISHER), ADMINISTRATORS_PASSWORD.value());
    }

    public Endpoint as(String user, String password) {
        return new Endpoint(url(), user, new Secret(password), Optional.empty());
    }

    public String url() {
        return broker.listeners().get(0).url("127.0.0.1");
    }

    /** A connection of the administrator. */
    public BusConnection connect() {
        return BusConnection.open(administrator());
    }

    /** Stops it and starts it again on the same folder and port. */
    public void restart() {
        int port = broker.listeners().get(0).port();
        broker.close();
        broker = open(data, port);
    }

    @Override
    public void close() {
        broker.close();
    }
}
