package org.labcast.publisher.client;

import java.util.List;
import org.labcast.model.LabcastException;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.page.Page;
import org.labcast.services.page.PageException;
import org.labcast.services.page.PageServer;
import org.labcast.text.Printable;

/** The main program of a generated application, as far as all are alike. */
public final class Program {
    private Program() {}

    /** What an application does. */
    @FunctionalInterface
    public interface Body {
        void run() throws Exception;
    }

    /**
     * Runs it. A fault that a person can do something about is one sentence on standard error.
     *
     * @return the exit code, 0 or as of {@code publisher services}: 2 the tool failed, 3 no provider, 4 timed out, 5 refused, 6
     *     provider lost, 1 anything else
     * @throws Exception a fault of the program itself
     */
    public static int run(Body body) throws Exception {
        try {
            body.run();
            return 0;
        } catch (ServiceException e) {
            System.err.println(Printable.of(e.getMessage()));
            return ServiceExit.of(e);
        } catch (LabcastException | PageException e) {
            System.err.println(Printable.of(String.valueOf(e.getMessage())));
            return 1;
        }
    }

    /** Prints who provides something. */
    public static void show(List<ServiceEntry> providers) {
        if (providers.isEmpty()) {
            System.out.println("Nobody provides now what this application uses.");
        }
        providers.forEach(entry -> System.out.println(Printable.of(entry.port() + " on " + entry.host() + ", version "
                + entry.version() + ", " + entry.free() + " free")));
    }

    /** Shows a page to a browser of this machine until it is closed. */
    public static void show(Page page) throws InterruptedException {
        try (PageServer server = PageServer.start(page, 0)) {
            System.out.println("Open " + server.address());
            server.await();
        }
    }
}
