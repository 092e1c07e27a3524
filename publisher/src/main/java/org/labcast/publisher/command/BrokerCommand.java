package org.labcast.publisher.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.labcast.broker.EmbeddedBroker;
import org.labcast.broker.Listener;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.BrokerListeners;
import org.labcast.publisher.home.PublisherConfig;
import org.labcast.publisher.home.PublisherHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the embedded broker until it is told to stop. */
@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description = "Runs the broker of a small lab in the foreground, with the settings of the standalone one.",
        footer = {
            "",
            "It listens where 'broker.listen' in publisher.conf says; beyond loopback it uses TLS.",
            "Ctrl-C or SIGTERM stops it; nothing is lost."
        })
final class BrokerCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        PublisherHome folder = home.home();
        PublisherConfig config = folder.config();
        List<Listener> listeners = BrokerListeners.of(folder, config);
        CountDownLatch stopped = new CountDownLatch(1);
        EmbeddedBroker broker = EmbeddedBroker.start(folder.brokerData(), listeners, config.name(), folder.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            stopped.countDown();
        }));
        try (Wiring wiring = Wiring.of(folder)) {
            wiring.provisioning().administrator(config.name(), folder.password());
        }
        new Console().print("ready " + config.brokerUrl());
        stopped.await();
        return 0;
    }
}
