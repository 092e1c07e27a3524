package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.order.Callers;
import org.labcast.model.order.HostCaller;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.order.Task;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.transport.json.Codec;

/** Services are installed by jobs, and shown as hosts list them. */
class ServiceJobsTest {
    private static final String DISK = """
            Component Disk = {
              Property Component-Type = "Call Return";
              Port usage = { Properties {
                Port-Type = "callee"; Interface = "DiskUsage"; Signature = "String folder, int depth";
                Return = "String getOutputStream(aprocess)";
                Cmd = "du -d depth folder"; Path = "/usr/bin/du"
              } };
            };
            """;

    @TempDir
    Path folder;

    private Desk desk;
    private String file;
    private final List<Task> tasks = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        desk = Desk.withBroker(folder);
        file = Files.writeString(folder.resolve("disk.acme"), DISK).toString();
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    private HostSide takingJobs(String name, String... groups) {
        return desk.joined(name, groups).answering(job -> {
            tasks.addAll(job.tasks());
            return HostSide.done(job, 0);
        });
    }

    @Test
    void anInstallationIsAJobWithTheDescription() {
        HostSide host = takingJobs("lab-01");
        Desk.Said said = desk.run("services", "install", file, "--host", "lab-01", "--instant");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.err()).contains("Posted ");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).command()).isEqualTo("services install disk.acme");
        assertThat(tasks.get(0).change())
                .contains(new ServiceChange.Install("disk.acme", DISK, Callers.ADMINISTRATORS));
        host.takeCalls(new PortName("DiskUsage", "usage")).close();
    }

    @Test
    void whoElseMayCallIsNamedByKey() {
        HostSide host = takingJobs("lab-01", "physics");
        HostSide other = takingJobs("lab-02", "physics");
        String key = "0123456789ABCDEF0123456789ABCDEF01234567";
        assertThat(desk.run(
                                "services",
                                "install",
                                file,
                                "--host",
                                "lab-01",
                                "--instant",
                                "--allow-admin",
                                key,
                                "--allow-host",
                                "lab-02",
                                "--allow-group",
                                "physics")
                        .exit())
                .isZero();
        Callers callers = ((ServiceChange.Install) tasks.get(0).change().orElseThrow()).callers();
        assertThat(callers.administrators()).containsExactly(new Fingerprint(key));
        assertThat(callers.hosts())
                .containsExactly(
                        new HostCaller(
                                other.invitation.host(), other.key.certificate().armored()),
                        new HostCaller(
                                host.invitation.host(), host.key.certificate().armored()));
    }

    @Test
    void whoIsNotKnownCannotBeAllowed() {
        takingJobs("lab-01");
        Desk.Said host = desk.run("services", "install", file, "--instant", "--allow-host", "lab-07");
        assertThat(host.exit()).isEqualTo(1);
        assertThat(host.err()).contains("there is no key of the host lab-07");
        Desk.Said group = desk.run("services", "install", file, "--instant", "--allow-group", "chemistry");
        assertThat(group.exit()).isEqualTo(1);
        assertThat(group.err()).contains("is in the group chemistry");
        assertThat(tasks).isEmpty();
    }

    @Test
    void aFileWithErrorsIsNotPosted() throws IOException {
        takingJobs("lab-01");
        Files.writeString(Path.of(file), DISK.replace("callee", "calee"));
        Desk.Said said = desk.run("services", "install", file, "--instant");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains(file + ":4:5: error: 'calee' is no Port-Type")
                .contains("nothing was posted");
        assertThat(tasks).isEmpty();
    }

    @Test
    void aRemovalIsAJobToo() {
        takingJobs("lab-01");
        Desk.Said said = desk.run("services", "remove", "Disk", "--host", "lab-01", "--instant");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(tasks.get(0).change()).contains(new ServiceChange.Remove("Disk"));
    }

    @Test
    void nobodyMatches() {
        assertThat(desk.run("services", "remove", "Disk", "--host", "lab-07", "--instant")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void whatHostsOfferIsShown() {
        HostSide host = desk.joined("lab-01");
        assertThat(desk.run("services", "browse").exit()).isEqualTo(3);
        host.list(entry(host, "Evil \u001b[2J text"));
        Desk.Said said = desk.run("services", "browse");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("""
                        INTERFACE.PORT   HOST    KIND  PARAMETERS                VERSION  FREE
                        DiskUsage.usage  lab-01  call  String folder, int depth  1.0      4
                        """);
        assertThat(desk.run("services", "browse", "--interface", "Other").exit())
                .isEqualTo(3);
        assertThat(desk.run("services", "browse", "--where", "room=12").exit()).isZero();
        assertThat(desk.run("services", "browse", "--where", "room=13").exit()).isEqualTo(3);
        assertThat(desk.run("services", "browse", "--describe").out())
                .contains("DiskUsage.usage on lab-01\n")
                .contains("attributes    room=12\n")
                .contains("about         Evil \\x1b[2J text\n");
        assertThat(Codec.readObject(Bytes.utf8(
                                desk.run("services", "browse", "--json").out()))
                        .get("services"))
                .asList()
                .hasSize(1);
    }

    private static ServiceEntry entry(HostSide host, String documentation) {
        return new ServiceEntry(
                host.invitation.realm(),
                host.invitation.host(),
                Instant.now(),
                false,
                "Disk",
                new PortName("DiskUsage", "usage"),
                false,
                "5bec",
                "String folder, int depth",
                "getOutputStream",
                true,
                "1.0",
                new TreeMap<>(Map.of("room", "12")),
                documentation,
                4,
                new Fingerprint("0".repeat(40)));
    }

    @Test
    void aCallThatNobodyCanDoSaysWhy() {
        desk.joined("lab-01");
        Desk.Said nobody = desk.run("services", "call", "DiskUsage.usage", "folder=/", "depth=1");
        assertThat(nobody.exit()).isEqualTo(3);
        assertThat(nobody.err())
                .isEqualTo("publisher: No host offers DiskUsage.usage now; install its description,"
                        + " or start the agent of a host that has it.\n");
        Desk.Said json = desk.run("services", "call", "DiskUsage.usage", "--json");
        assertThat(json.exit()).isEqualTo(3);
        assertThat(json.out()).contains("\"error\":\"NoProvider\"");
        assertThat(desk.run("services", "watch", "DiskUsage.usage").exit()).isEqualTo(3);
        assertThat(desk.run("services", "call", "DiskUsage").exit()).isEqualTo(64);
        assertThat(desk.run("services", "call", "DiskUsage.usage", "folder").exit())
                .isEqualTo(64);
    }

    @Test
    void valuesThatDoNotFitAreRefusedBeforeAnybodyIsAsked() {
        HostSide host = desk.joined("lab-01");
        host.list(entry(host, ""));
        Desk.Said said = desk.run("services", "call", "DiskUsage.usage", "folder=/", "depth=deep");
        assertThat(said.exit()).isEqualTo(5);
        assertThat(said.err()).contains("'depth': 'deep' is no int");
        assertThat(desk.run("services", "watch", "DiskUsage.usage", "folder=/", "depth=1")
                        .exit())
                .isEqualTo(5);
    }
}
