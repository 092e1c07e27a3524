package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.conf.Joining;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.broker.Provisioning;
import org.labcast.broker.TestBroker;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.host.Invitation;
import org.labcast.model.order.Job;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;

/**
 * What {@code docs/protocol.md} says is enough to take part: strangers that know nothing of this project's classes, a plain Jakarta
 * Messaging client with gpg and jq, receive a job and verify it, and post one that an agent runs.
 */
class ProtocolTest {
    private static final String ANN = "Ann <ann@example.org>";

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    @TempDir
    Path folder;

    private Path keys;

    @BeforeEach
    void makeKeyring() throws IOException {
        keys = Files.createDirectory(folder.resolve("gnupg"));
        keys.toFile().setReadable(false, false);
        keys.toFile().setReadable(true, true);
        keys.toFile().setWritable(true, true);
    }

    @AfterEach
    void endGpgAgent() {
        run("gpgconf", "--homedir", keys.toString(), "--kill", "all");
    }

    private String gpg(String... arguments) {
        return run(Stream.concat(
                        Stream.of("gpg", "--homedir", keys.toString(), "--batch", "--quiet", "--no-tty"),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    /** Its standard output; it must succeed. */
    private String run(String... command) {
        Path errors = folder.resolve("errors");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("%s: %s", String.join(" ", command), Files.readString(errors))
                    .isZero();
            return out;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connect(String user, String password, String clientId) throws JMSException {
        Connection connection = new ActiveMQConnectionFactory(broker.url()).createConnection(user, password);
        if (!clientId.isEmpty()) {
            connection.setClientID(clientId);
        }
        connection.start();
        return connection;
    }

    private Path save(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void aPlainJmsClientSubscribesDurablyAndGpgVerifiesTheJob() throws Exception {
        gpg("--passphrase", "", "--quick-generate-key", ANN, "ed25519", "sign", "1y");
        broker.host("stranger-1");
        byte[] payload = jobOf("stranger-1");
        save("sent.json", payload);
        gpg("--detach-sign", "--output", "sent.sig", "sent.json");
        try (Connection connection = connect("host.stranger-1", "password of stranger-1", "stranger-1");
                Session session = connection.createSession(Session.CLIENT_ACKNOWLEDGE)) {
            session.createDurableConsumer(session.createTopic("labcast.jobs.all"), "jobs")
                    .close();
        }
        try (BusConnection administrator = broker.connect();
                DurableSender sender = new DurableSender(administrator)) {
            SignedMessage signed =
                    new SignedMessage(Bytes.of(payload), Bytes.of(Files.readAllBytes(folder.resolve("sent.sig"))));
            sender.post(List.of(OutboundMessage.toTopic("labcast.jobs.all", signed)));
        }

        try (Connection connection = connect("host.stranger-1", "password of stranger-1", "stranger-1");
                Session session = connection.createSession(Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer subscription =
                        session.createDurableConsumer(session.createTopic("labcast.jobs.all"), "jobs")) {
            BytesMessage message = (BytesMessage) subscription.receive(10_000);
            assertThat(message).as("kept while the subscriber was away").isNotNull();
            save("job.json", body(message));
            save("job.sig", Base64.getDecoder().decode(message.getStringProperty("labcast_signature")));
            message.acknowledge();
        }

        gpg("--verify", "job.sig", "job.json");
        assertThat(run("jq", "-r", ".tasks[0].command", "job.json")).isEqualTo("echo hello\n");
    }

    private static byte[] body(Message message) throws JMSException {
        byte[] body = new byte[Math.toIntExact(((BytesMessage) message).getBodyLength())];
        ((BytesMessage) message).readBytes(body);
        return body;
    }

    /** By jq, from what docs/protocol.md says of a job. */
    private byte[] jobOf(String host) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return run(
                        "jq",
                        "--null-input",
                        "--compact-output",
                        "--arg",
                        "host",
                        host,
                        "--arg",
                        "signer",
                        gpg("--list-keys", "--with-colons")
                                .lines()
                                .filter(line -> line.startsWith("fpr"))
                                .map(line -> line.split(":", -1)[9])
                                .findFirst()
                                .orElseThrow(),
                        "--arg",
                        "now",
                        now.toString(),
                        "--arg",
                        "until",
                        now.plus(Duration.ofHours(1)).toString(),
                        """
                        {type: "labcast.job.v1",
                         header: {realm: "lab", id: "abcdefghijklmnop", signer: $signer, epoch: 1, sequence: 1, created: $now,
                                  notBefore: $now, expires: $until, target: {type: "hosts", hosts: $host, where: ""}, replyTo: "ann"},
                         title: "by hand",
                         tasks: [{command: "echo hello", line: 1,
                                  options: {timeout: "PT1M", onFailure: "CONTINUE", correct: "SAFE", user: "", cwd: "", shell: "sh",
                                            idempotent: false, retries: 0}}],
                         logAddress: ""}
                        """)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anAgentRunsAJobThatWasMadeWithGpgAndJq() throws Exception {
        gpg("--passphrase", "", "--quick-generate-key", ANN, "ed25519", "sign", "1y");
        broker.host("stranger-2");
        AgentPaths paths = new AgentPaths(folder.resolve("config"), folder.resolve("state"));
        new Joining(paths, Clock.systemUTC())
                .join(new Invitation(
                        new Realm("lab"),
                        new HostName("stranger-2"),
                        new TreeSet<>(Set.of()),
                        broker.url(),
                        "",
                        "host.stranger-2",
                        new Secret("password of stranger-2"),
                        new Secret("token"),
                        new PublisherName("ann"),
                        List.of(gpg("--armor", "--export"))));
        PrivateFiles.makeFolder(paths.state());
        save("job.json", jobOf("stranger-2"));
        gpg("--detach-sign", "--output", "job.sig", "job.json");

        Agent agent = new Agent(paths, Clock.systemUTC(), System.out, TestLab.PACE);
        Thread running = new Thread(agent::run);
        running.start();
        try (Connection connection =
                        connect(Provisioning.user(TestBroker.PUBLISHER), "the administrator's password", "");
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue("labcast.jobs.host.stranger-2"));
                MessageConsumer results = session.createConsumer(session.createQueue("labcast.results.ann"))) {
            BytesMessage order = session.createBytesMessage();
            order.writeBytes(Files.readAllBytes(folder.resolve("job.json")));
            order.setStringProperty(
                    "labcast_signature",
                    Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("job.sig"))));
            producer.send(order);

            await().atMost(TestLab.PATIENCE).until(() -> said(results).contains("\"finished\""));
        } finally {
            agent.stop();
            running.join();
        }
    }

    private final StringBuilder said = new StringBuilder();

    /** What has been reported until now. */
    private String said(MessageConsumer results) throws JMSException {
        for (Message message = results.receive(100); message != null; message = results.receiveNoWait()) {
            said.append(new String(body(message), StandardCharsets.UTF_8)).append('\n');
        }
        return said.toString();
    }

    @Test
    void theJobIsOneForTheCodecToo() {
        gpg("--passphrase", "", "--quick-generate-key", ANN, "ed25519", "sign", "1y");

        assertThat(((Job) Codec.readOrder(Bytes.of(jobOf("stranger-3")))).tasks())
                .hasSize(1);
    }
}
