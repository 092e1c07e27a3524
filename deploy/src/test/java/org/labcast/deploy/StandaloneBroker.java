package org.labcast.deploy;

import java.time.Duration;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;

/** The Artemis distribution, with an instance made by {@code broker-config/create-instance}. */
final class StandaloneBroker {
    static final int PORT = 61616;
    private static final String INSTANCE = "/var/lib/labcast/instance";

    private final Machine machine;
    private Program program;

    /** Makes the instance and starts it. */
    StandaloneBroker(Machine machine, PublisherName administrator, Secret password) {
        this.machine = machine;
        machine.ask(
                "env",
                "ARTEMIS_HOME=" + Lab.ARTEMIS.there(),
                "LABCAST_ADMIN=" + administrator,
                "LABCAST_PASSWORD=" + password.value(),
                "LABCAST_ACCEPTOR=tcp://0.0.0.0:" + PORT + "?protocols=CORE",
                Lab.BROKER_CONFIG.there() + "/create-instance",
                INSTANCE);
        start();
    }

    /** Returns when it takes connections. */
    void start() {
        program = machine.start("broker", INSTANCE + "/bin/artemis", "run");
        program.awaitOutput("AMQ221007", Duration.ofSeconds(60));
    }

    boolean running() {
        return program.running();
    }

    void kill9() {
        program.kill9();
    }
}
