package org.labcast.services.client;

import java.util.List;
import org.labcast.model.service.ServiceEntry;

/** The services of a lab, as callers see them. Any thread may use it. */
public interface ServiceBus extends AutoCloseable {
    /** The live entries that fit, in the order of port and host; what was not signed by its host is left out. */
    List<ServiceEntry> find(Lookup lookup);

    /**
     * Calls and waits for the result.
     *
     * @return what the tool wrote, and its exit code when the port returns it or it is 0
     * @throws ServiceException of the kind that says what went wrong
     */
    CallResult call(CallRequest request);

    /**
     * Starts a stream.
     *
     * @throws ServiceException when it does not begin
     */
    ServiceStream open(CallRequest request);

    /** Ends the calls and streams that are open. */
    @Override
    void close();
}
