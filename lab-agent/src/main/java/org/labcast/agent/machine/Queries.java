package org.labcast.agent.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.labcast.agent.process.QueryProcess;

/** Runs read-only queries. */
@FunctionalInterface
interface Queries {
    Duration PATIENCE = Duration.ofSeconds(5);

    /** What the query printed, cut at its bound; empty when it failed, took too long, or its program is not there. */
    Optional<String> ask(Query query);

    /**
     * As processes.
     *
     * @param user whom they run as
     * @param searchPath where programs are looked for
     * @param folder where those run that are about a folder
     */
    static Queries asProcesses(String user, String searchPath, Path folder) {
        QueryProcess process = new QueryProcess(user, searchPath, PATIENCE);
        return query -> process.ask(query.command(), query.local() ? folder : Path.of("/"), query.help(), query.most())
                .filter(answer -> query.help() ? !answer.text().isBlank() : answer.exit() == 0)
                .map(QueryProcess.Answer::text);
    }
}
