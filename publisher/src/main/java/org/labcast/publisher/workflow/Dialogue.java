package org.labcast.publisher.workflow;

import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.result.OutputStreamName;
import org.labcast.publisher.terminal.Cancellation;

/** The person, or the program, that a workflow talks with. */
public interface Dialogue {
    /** What was asked for. */
    void print(String text);

    /** A command's own bytes, which are safe to show nowhere but where they are passed on as they are. */
    void raw(OutputStreamName stream, Bytes content, boolean endLine);

    /** What the person should know beside what was asked for. */
    void warn(String text);

    /** How far it is: one line in place of the last one. */
    void progress(String line);

    /** Whether the person says yes to a question. */
    boolean confirm(String question);

    /** The broker has the job: whatever happens to us, it goes on. */
    void posted(OrderId job);

    /** How the person stops us. */
    Cancellation cancellation();
}
