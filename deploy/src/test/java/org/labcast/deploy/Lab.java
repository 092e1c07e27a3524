package org.labcast.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testcontainers.containers.Network;

/**
 * A network of its own with a machine for the broker ({@code broker}) and hosts ({@code lab-01}, …), which find each
 * other by these names. Closing it takes everything away.
 */
final class Lab implements AutoCloseable {
    static final String IMAGE = "labcast/host:latest";
    static final String BROKER_IMAGE = "labcast/broker:latest";

    static final Machine.Folder LABCAST = new Machine.Folder(System.getProperty("labcast.image"), "/opt/labcast");
    static final Machine.Folder ARTEMIS = new Machine.Folder(System.getProperty("labcast.artemis"), "/opt/artemis");
    static final Machine.Folder BROKER_CONFIG =
            new Machine.Folder(System.getProperty("labcast.broker-config"), "/opt/broker-config");

    private final Network network = Network.newNetwork();
    private final int brokerPort = freePort();
    private final Machine broker;
    private final List<Machine> hosts;

    /** A lab with power on; no program of ours runs yet. */
    static Lab of(int hosts, int brokerPortInside) {
        Lab lab = new Lab(hosts, brokerPortInside);
        try {
            lab.machines().parallel().forEach(Machine::powerOn);
            return lab;
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    private Lab(int hostCount, int brokerPortInside) {
        broker = new Machine(
                BROKER_IMAGE,
                "broker",
                network,
                List.of(new Machine.PublishedPort(brokerPort, brokerPortInside)),
                List.of(LABCAST, ARTEMIS, BROKER_CONFIG));
        hosts = IntStream.rangeClosed(1, hostCount)
                .mapToObj("lab-%02d"::formatted)
                .map(name -> new Machine(IMAGE, name, network, List.of(), List.of(LABCAST)))
                .toList();
    }

    Machine broker() {
        return broker;
    }

    /** Where the tests themselves reach the broker on 127.0.0.1, the same for the lab's whole life. */
    int brokerPort() {
        return brokerPort;
    }

    List<Machine> hosts() {
        return hosts;
    }

    Machine host(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        machines().parallel().forEach(Machine::close);
        network.close();
    }

    Stream<Machine> machines() {
        return Stream.concat(Stream.of(broker), hosts.stream());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        }
    }
}
