package org.labcast.publisher.fix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.labcast.model.HostSet;
import org.labcast.model.order.Task;
import org.labcast.model.result.Correction;

/** What the hosts have taught about one command that did not succeed everywhere as it was written. */
public sealed interface LearnedCorrection {
    Task asked();

    /**
     * The same command is right wherever one was found.
     *
     * @param proven whether it ran with success on these hosts; else it is their first suggestion and nothing succeeded
     * @param failed hosts on which nothing helped
     */
    record Mended(Task asked, Correction correction, boolean proven, HostSet hosts, HostSet failed)
            implements LearnedCorrection {}

    /**
     * Hosts need different commands.
     *
     * @param proven whether these commands ran with success; else they are first suggestions
     * @param needs hosts by what they need, which may be the command as it was written
     */
    record Divided(Task asked, boolean proven, Map<String, HostSet> needs) implements LearnedCorrection {
        public Divided {
            needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
        }
    }

    /**
     * What is right cannot be written into a task file.
     *
     * @param problem why: the end of a sentence that begins with "it"
     */
    record Unwritable(Task asked, Correction correction, HostSet hosts, String problem) implements LearnedCorrection {}

    /** The file says that the command is not to be corrected, and yet hosts say that they did. */
    record Forbidden(Task asked, Correction correction, HostSet hosts) implements LearnedCorrection {}
}
