package org.labcast.publisher.cli;

import java.util.concurrent.Callable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.store.StoredJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Posts the very same job again, after the broker went away in the middle. */
@Command(
        name = "repost",
        mixinStandardHelpOptions = true,
        description = "Posts a job again of which it is not known whether the broker has it; hosts run it once.",
        footer = {"", "Example:", "  publisher repost last"})
final class RepostCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final JobArgument job = new JobArgument();

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            Collector collector = wiring.collector();
            collector.drain();
            StoredJob stored = job.find(wiring);
            if (stored.posted()) {
                console.print("The broker has the job " + stored.job().id() + ": nothing was posted.");
                return ExitCode.SUCCESS.number();
            }
            wiring.dispatcher().postAgain(stored);
            console.print("Posted " + stored.job().id() + ". 'publisher watch "
                    + stored.job().id() + "' follows it.");
            return ExitCode.SUCCESS.number();
        }
    }
}
