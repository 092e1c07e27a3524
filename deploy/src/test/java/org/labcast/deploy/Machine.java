package org.labcast.deploy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * One computer of a {@link Lab}: a container whose first process only waits, so that programs can be started, killed and
 * started again on it, and so that it can lose its network or its power. Labcast is at {@code /opt/labcast}, on the PATH.
 */
final class Machine implements AutoCloseable {
    /** 4 MiB, soon full; empty again after a power cut. */
    static final String TINY_DISK = "/tiny";

    private final String name;
    private final Network network;
    private final GenericContainer<?> container;
    private final DockerClient docker = DockerClientFactory.lazyClient();

    /** Its published ports are of our choice, because Docker's own choice changes when a container starts again. */
    Machine(String image, String name, Network network, List<PublishedPort> ports, List<Folder> folders) {
        this.name = name;
        this.network = network;
        this.container = new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withNetworkAliases(name)
                .withTmpFs(Map.of(TINY_DISK, "rw,size=4m"))
                .withEnv("PATH", "/opt/labcast/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
                .withCommand("sleep", "infinity")
                .withCreateContainerCmdModifier(create -> {
                    HostConfig host = create.getHostConfig().withInit(true);
                    host.withPortBindings(
                            ports.stream().map(PublishedPort::binding).toList());
                    create.withHostName(name)
                            .withExposedPorts(
                                    ports.stream().map(PublishedPort::inside).toList());
                });
        folders.forEach(folder -> container.withFileSystemBind(folder.here(), folder.there(), BindMode.READ_ONLY));
    }

    /** A folder of the test machine that this machine sees, too, and may not write. */
    record Folder(String here, String there) {}

    /** A port of the machine that the tests reach at {@code 127.0.0.1:outside}. */
    record PublishedPort(int outside, int number) {
        ExposedPort inside() {
            return ExposedPort.tcp(number);
        }

        PortBinding binding() {
            return new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", outside), inside());
        }
    }

    String name() {
        return name;
    }

    void powerOn() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            docker.startContainerCmd(container.getContainerId()).exec();
        }
    }

    /** Kills everything on the machine at once, as a power cut does; its disk stays. */
    void cutPower() {
        docker.killContainerCmd(container.getContainerId()).withSignal("KILL").exec();
    }

    /** Takes the network cable out. */
    void cutNetwork() {
        docker.disconnectFromNetworkCmd()
                .withContainerId(container.getContainerId())
                .withNetworkId(network.getId())
                .exec();
    }

    void restoreNetwork() {
        docker.connectToNetworkCmd()
                .withContainerId(container.getContainerId())
                .withNetworkId(network.getId())
                .withContainerNetwork(new ContainerNetwork().withAliases(name))
                .exec();
    }

    /** Stops every process between two instructions, as a suspended laptop does. */
    void freeze() {
        docker.pauseContainerCmd(container.getContainerId()).exec();
    }

    void thaw() {
        docker.unpauseContainerCmd(container.getContainerId()).exec();
    }

    /** Runs a command to its end, as the image's user: root on a host. */
    ProgramResult run(String... command) {
        try {
            Container.ExecResult result = container.execInContainer(command);
            return new ProgramResult(result.getExitCode(), result.getStdout(), result.getStderr());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + List.of(command) + " on " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " ran " + List.of(command), e);
        }
    }

    /** Runs a command that must succeed and returns its output without the last line end. */
    String ask(String... command) {
        ProgramResult programResult = run(command);
        if (programResult.exit() != 0) {
            throw new AssertionError(name + ": " + List.of(command) + " ended with " + programResult);
        }
        return programResult.out().stripTrailing();
    }

    /** Starts a program that goes on in a session of its own; both outputs are appended to its log. */
    Program start(String programName, String... command) {
        String log = "/tmp/" + programName + ".log";
        String script =
                "log=$1; shift; touch \"$log\"; stat -c %s \"$log\"; setsid \"$@\" >>\"$log\" 2>&1 </dev/null & echo $!";
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, programName, log));
        words.addAll(List.of(command));
        String[] said = ask(words.toArray(String[]::new)).split("\n");
        return new Program(this, log, Long.parseLong(said[0]), Integer.parseInt(said[1]));
    }

    void write(String file, String content) {
        container.copyFileToContainer(Transferable.of(content, 0600), file);
    }

    /** The last lines of all that programs have written here. */
    String logs() {
        return run("sh", "-c", "tail -n 60 /tmp/*.log").out();
    }

    @Override
    public void close() {
        container.close();
    }
}
