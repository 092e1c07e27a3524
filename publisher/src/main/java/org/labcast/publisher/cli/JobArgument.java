package org.labcast.publisher.cli;

import org.labcast.publisher.Wiring;
import org.labcast.publisher.store.StoredJob;
import picocli.CommandLine.Parameters;

/** Which job. */
final class JobArgument {
    @Parameters(
            index = "0",
            paramLabel = "JOB",
            arity = "0..1",
            defaultValue = "last",
            description = "A job's id or its beginning; 'last' is the newest.")
    private String job = "last";

    StoredJob find(Wiring wiring) {
        return wiring.store().jobs().find(job);
    }
}
