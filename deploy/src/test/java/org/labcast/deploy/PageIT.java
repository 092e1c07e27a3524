package org.labcast.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.services.page.Input;
import org.labcast.services.page.LineSource;
import org.labcast.services.page.Log;
import org.labcast.services.page.Page;
import org.labcast.services.page.PageServer;

/** The page of an application as people meet it, in a real browser. */
@NeedsProgram(Chromium.PROGRAM)
class PageIT {
    @TempDir
    static Path profile;

    private static Chromium browser;

    private final Page page = Page.named("Monitor");
    private final Log results = page.window(Page.RESULTS_WINDOW);
    private final PageServer server = PageServer.start(page, 0);

    @BeforeAll
    static void start() throws IOException {
        browser = new Chromium(profile);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsTypedReachesTheActionAndWhatItSaysIsRead() {
        CompletableFuture<String> typed = new CompletableFuture<>();
        page.panel("Ports").form("scan", List.of(Input.text("network", "127.0.0.1")), values -> {
            typed.complete(values.text("network"));
            results.text("22/tcp open\n80/tcp open");
        });
        browser.open(server.address());
        browser.fill("network", "10.0.0.0/24 & \"more\"");
        browser.press("scan");
        assertThat(typed.join()).isEqualTo("10.0.0.0/24 & \"more\"");
        browser.awaitText("22/tcp open\n80/tcp open");
        assertThat(browser.complaints(server.address())).isEmpty();
    }

    @Test
    void markupOfAToolStaysText() {
        browser.open(server.address());
        results.line("<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>");
        browser.awaitText("<img src=x onerror=");
        assertThat(browser.evaluate("document.images.length").intValue()).isZero();
        assertThat(browser.evaluate("document.title").textValue()).isEqualTo("Monitor");
    }

    @Test
    void aFailureIsReadOut() {
        page.panel("Ports").button("Library", values -> {
            throw new IllegalStateException("no provider of PortMonitoring");
        });
        browser.open(server.address());
        browser.press("Library");
        browser.awaitText("no provider of PortMonitoring");
        assertThat(browser.accessible()).anyMatch(node -> node.startsWith("alert"));
    }

    @Test
    void aStreamRunsUntilItIsStoppedAndNeverFillsTheBrowser() {
        page.panel("Sniffing").stream("sniff", List.of(), values -> new Counting(5000), results);
        browser.open(server.address());
        browser.press("Start sniff");
        browser.awaitText("line 5000");
        assertThat(browser.evaluate("document.querySelectorAll('.log div').length")
                        .intValue())
                .isEqualTo(2000);
        browser.awaitText("3000 earlier lines are no longer kept.");
        browser.press("Stop sniff");
        browser.awaitText("stopped");
        browser.press("Clear ResultsWindow");
        Awaitility.await().until(() -> !browser.text().contains("line"));
    }

    @Test
    void theSecretOpensOnceAndTheWindowMayBeLoadedAgain() {
        URI address = server.address();
        results.line("for your eyes");
        browser.open(address);
        browser.awaitText("for your eyes");
        assertThat(browser.evaluate("location.href").textValue()).doesNotContain(address.getFragment());
        browser.reload();
        browser.awaitText("for your eyes");
        browser.evaluate("sessionStorage.clear()");
        browser.open(URI.create("about:blank"));
        browser.open(address);
        browser.awaitText("each can be used once");
        assertThat(browser.text()).doesNotContain("for your eyes");
    }

    @Test
    void anotherSiteCannotPress() throws IOException {
        AtomicInteger pressed = new AtomicInteger();
        page.panel("Ports").button("Library", values -> pressed.incrementAndGet());
        browser.open(server.address());
        browser.awaitText("Library");
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] body = "elsewhere".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
        try {
            browser.open(URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/"));
            browser.awaitText("elsewhere");
            String press = server.address().resolve("/press/w2").toString();
            assertThat(reached(press, "{method: 'POST', headers: {Authorization: 'Bearer x'}}"))
                    .isFalse();
            assertThat(reached(press, "{method: 'POST', mode: 'no-cors', credentials: 'include'}"))
                    .isFalse();
            assertThat(pressed).hasValue(0);
        } finally {
            other.stop(0);
        }
    }

    private static boolean reached(String address, String options) {
        return browser.evaluate("fetch('" + address + "', " + options + ").then(() => true, () => false)")
                .booleanValue();
    }

    @Test
    void isUsableWithoutSeeingIt() {
        page
                .panel("Ports")
                .field(Input.choice("speed", List.of("fast", "slow")))
                .form(
                        "scan",
                        List.of(Input.text("network", ""), Input.flag("all", false), Input.list("more")),
                        values -> {})
                .stream(
                        "sniff",
                        List.of(Input.integer("count", "5").hinted("How many packets.")),
                        values -> new Counting(1),
                        results);
        browser.open(server.address());
        browser.awaitText("How many packets.");
        assertThat(browser.accessible())
                .contains(
                        "heading: Monitor",
                        "region: Ports",
                        "combobox: speed",
                        "textbox: network",
                        "checkbox: all",
                        "textbox: more",
                        "button: scan",
                        "textbox: count",
                        "button: Start sniff",
                        "button: Stop sniff",
                        "log: ResultsWindow");
    }

    @Test
    void saysThatTheApplicationIsGone() {
        browser.open(server.address());
        browser.awaitText("Monitor");
        server.close();
        browser.awaitText("The application does not answer");
    }

    /** Lines up to a number, and then none until it is closed. */
    private static final class Counting implements LineSource {
        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private final int last;

        Counting(int last) {
            this.last = last;
        }

        @Override
        public Iterator<String> iterator() {
            return IntStream.rangeClosed(1, last + 1)
                    .mapToObj(i -> {
                        if (i > last) {
                            closed.join();
                        }
                        return "line " + i;
                    })
                    .iterator();
        }

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void close() {
            closed.complete(null);
        }
    }
}
