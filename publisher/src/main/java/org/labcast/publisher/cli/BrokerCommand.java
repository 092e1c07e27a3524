package org.labcast.publisher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.labcast.broker.EmbeddedBroker;
import org.labcast.broker.HaltWhenFailed;
import org.labcast.broker.Provisioning;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.BrokerListeners;
import org.labcast.publisher.home.PublisherConfig;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.transport.jms.BusConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the embedded broker until it is told to stop. */
@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description = "Runs the broker of a small lab in the foreground, with the settings of the standalone one.",
        footer = {
            "",
            "It listens where 'broker.listen' in publisher.conf says. Beyond this machine it uses TLS, with a",
            "certificate that it makes itself at its first start. Ctrl-C or SIGTERM stops it; nothing is lost."
        })
final class BrokerCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        PublisherHome folder = home.home();
        PublisherConfig config = folder.config();
        BrokerListeners listeners = new BrokerListeners(folder, config);
        CountDownLatch stopped = new CountDownLatch(1);
        EmbeddedBroker broker = EmbeddedBroker.start(
                folder.brokerData(),
                List.of(listeners.listener()),
                config.name(),
                folder.password(),
                // Not an exit: closing a broker whose disk is full may never end.
                () -> Runtime.getRuntime().halt(HaltWhenFailed.FAILED));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            stopped.countDown();
        }));
        // Not by the URL for hosts: this machine may not know itself by that name.
        String here = listeners.localUrl(broker.listeners().get(0));
        try (Wiring wiring = home.wiring();
                BusConnection connection = BusConnection.open(wiring.endpoint(here));
                Provisioning provisioning = new Provisioning(connection)) {
            provisioning.administrator(config.name(), folder.password());
        }
        home.console().print("ready " + config.brokerUrl());
        stopped.await();
        return 0;
    }
}
