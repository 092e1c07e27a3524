package org.labcast.agent.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.model.Bytes;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.host.Facts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what presence tells of this machine. Starts no process; a fact that cannot be read is left out.
 *
 * <p>Sources: proc(5), os-release(5).
 */
public final class FactsCollector {
    private static final Logger LOG = LoggerFactory.getLogger(FactsCollector.class);
    private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d+) kB");

    private final Path root;
    private final HostName host;
    private final SortedSet<GroupName> groups;
    private final String version;
    private final String instance = OrderId.random().value();

    /**
     * @param root of the file system, {@code /}
     * @param host name that the lab knows this machine by
     * @param version of the agent
     */
    public FactsCollector(Path root, HostName host, SortedSet<GroupName> groups, String version) {
        this.root = root;
        this.host = host;
        this.groups = groups;
        this.version = version;
    }

    /** The facts as they are now. */
    public Facts collect() {
        Map<String, String> release = OsRelease.read(root);
        Map<String, Object> facts = new TreeMap<>();
        facts.put("host", host.value());
        facts.put("groups", groups.stream().map(GroupName::value).collect(Collectors.joining(" ")));
        facts.put("agent_version", version);
        facts.put("instance", instance);
        facts.put("machine", machine());
        facts.put("hostname", line("proc/sys/kernel/hostname"));
        facts.put("kernel", line("proc/sys/kernel/osrelease"));
        facts.put("os", release.getOrDefault("ID", ""));
        facts.put("os_version", release.getOrDefault("VERSION_ID", ""));
        facts.put("os_name", release.getOrDefault("PRETTY_NAME", ""));
        facts.put("addresses", addresses());
        facts.put("arch", System.getProperty("os.arch", ""));
        facts.values().removeIf(""::equals);
        facts.put("cores", (long) Runtime.getRuntime().availableProcessors());
        Matcher memory = MEMORY.matcher(text("proc/meminfo"));
        if (memory.find()) {
            facts.put("memory_mb", Long.parseLong(memory.group(1)) / 1024);
        }
        return Facts.of(facts);
    }

    /**
     * The same as long as this is the same hardware with the same system on it, and another on a copy of the disk; empty
     * where the hardware has no number that this user may read.
     */
    private String machine() {
        String hardware = line("sys/class/dmi/id/product_uuid");
        return hardware.isEmpty()
                ? ""
                : Bytes.utf8(hardware + " " + line("etc/machine-id")).sha256().substring(0, 16);
    }

    private String line(String file) {
        return text(file).strip();
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            LOG.debug("The fact in {} is left out: {}", root.resolve(file), e.toString());
            return "";
        }
    }

    /** Addresses other machines could use, the shortest (IPv4) first. */
    private static String addresses() {
        try {
            List<InetAddress> all = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            return all.stream()
                    .sorted(Comparator.comparingInt((InetAddress address) -> address.getAddress().length)
                            .thenComparing(InetAddress::getHostAddress))
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .collect(Collectors.joining(" "));
        } catch (SocketException e) {
            LOG.debug("The addresses are left out: {}", e.toString());
            return "";
        }
    }
}
