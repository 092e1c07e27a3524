package org.labcast.services.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
    private final Page page = Page.named("Test");
    private final PageServer server = PageServer.start(page, 0);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anAddressOpensThePageOnce() {
        URI address = server.address();
        assertThat(new Visitor(address).mayEnter()).isTrue();
        assertThat(new Visitor(address).mayEnter()).isFalse();
        assertThat(new Visitor(server.address()).mayEnter()).isTrue();
    }

    @Test
    void aNewAddressVoidsTheOneBefore() {
        URI old = server.address();
        URI young = server.address();
        assertThat(new Visitor(old).mayEnter()).isFalse();
        assertThat(new Visitor(young).mayEnter()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET,changes?since=0", "POST,press/w1", "POST,stop/w1", "POST,clear/w1", "POST,session"})
    void whoHasNoKeyIsTurnedAway(String method, String path) {
        AtomicInteger pressed = new AtomicInteger();
        page.panel("P").button("Press", values -> pressed.incrementAndGet());
        Visitor visitor = new Visitor(server.address());
        for (String key : List.of("", "guessed", server.address().getFragment())) {
            HttpResponse<String> response = visitor.send(method, path, key, "");
            assertThat(response.statusCode()).isEqualTo(path.equals("session") && key.length() > 10 ? 200 : 403);
            assertThat(response.body()).doesNotContain("Press");
        }
        assertThat(pressed).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "127.0.0.2", "0.0.0.0"
            })
    void anotherNameForThisAddressIsRefused(String host) throws IOException {
        assertThat(statusFor(host)).isEqualTo("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "localhost:8080", "[::1]:9"})
    void aForwardedPortIsNone(String host) throws IOException {
        assertThat(statusFor(host)).isEqualTo("HTTP/1.1 200");
    }

    private String statusFor(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), server.address().getPort())) {
            socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), US_ASCII);
        }
    }

    @Test
    void anotherSiteMayAskNothing() {
        HttpResponse<String> preflight = new Visitor(server.address()).send("OPTIONS", "press/w1", "", "");
        assertThat(preflight.statusCode()).isEqualTo(405);
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page.js", "page.css"})
    void thePageRunsNothingButItsOwnScript(String file) {
        HttpResponse<String> response = new Visitor(server.address()).send("GET", file, "", "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; ")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> PageServer.start(page, server.address().getPort()))
                .isInstanceOf(PageException.class)
                .hasMessageContaining("try another port");
    }

    @Test
    void whatIsFilledInReachesTheAction() {
        CompletableFuture<Values> given = new CompletableFuture<>();
        page.panel("P").form("scan", List.of(Input.text("network", ""), Input.list("more")), given::complete);
        new Visitor(server.address()).post("press/w1", "network=%C3%A9%26%3D+%3Cb%3E&more=a%0D%0A%0D%0Ab+c");
        Values values = given.join();
        assertThat(values.text("network")).isEqualTo("é&= <b>");
        assertThat(values.list("more")).containsExactly("a", "b c");
    }

    @Test
    void theFailureOfAnActionIsShown() {
        page.panel("P").form("scan", List.of(Input.integer("port", "")), values -> values.integer("port"));
        Visitor visitor = new Visitor(server.address());
        visitor.post("press/w1", "port=many");
        JsonNode control = visitor.awaitSaid("'port' needs a whole number, not 'many'.");
        assertThat(control.get("failed").booleanValue()).isTrue();
        assertThat(control.get("running").booleanValue()).isFalse();
    }

    @Test
    void aButtonThatRunsIsNotPressedAgain() {
        AtomicInteger pressed = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        page.panel("P").button("slow", values -> {
            pressed.incrementAndGet();
            end.await();
        });
        Visitor visitor = new Visitor(server.address());
        visitor.post("press/w1", "");
        visitor.post("press/w1", "");
        end.countDown();
        Awaitility.await()
                .until(() -> visitor.look().stream()
                        .anyMatch(widget -> !widget.get("running").booleanValue()));
        assertThat(pressed).hasValue(1);
    }

    @Test
    void aChangeIsToldToWhoWaits() {
        Log results = page.window(Page.RESULTS_WINDOW);
        Visitor visitor = new Visitor(server.address());
        assertThat(visitor.look()).hasSize(1);
        CompletableFuture<List<JsonNode>> next = CompletableFuture.supplyAsync(visitor::look);
        results.line("<script>alert(1)</script>");
        JsonNode log = next.join().get(0);
        assertThat(log.get("lines").get(0).textValue()).isEqualTo("<script>alert(1)</script>");
        results.line("second");
        assertThat(visitor.look().get(0).get("lines")).hasToString("[\"second\"]");
    }

    @Test
    void aWindowIsClearedForAll() {
        page.window(Page.RESULTS_WINDOW).line("first");
        Visitor visitor = new Visitor(server.address());
        visitor.look();
        visitor.post("clear/w1", "");
        JsonNode log = visitor.look().get(0);
        assertThat(log.get("clear").booleanValue()).isTrue();
        assertThat(log.get("lines")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        page.panel("P").status();
        Visitor visitor = new Visitor(server.address());
        for (String path : List.of("press/w1", "press/w2", "press", "press/w1/x", "nothing/w1", "")) {
            assertThat(visitor.post(path, "").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get("page.html").statusCode()).isEqualTo(404);
        assertThat(visitor.get("../PageServer.class").statusCode()).isEqualTo(404);
    }

    @Test
    void tooLongABodyIsRefused() {
        AtomicReference<Values> given = new AtomicReference<>();
        page.panel("P").form("scan", List.of(Input.text("a", "")), given::set);
        assertThat(new Visitor(server.address())
                        .post("press/w1", "a=" + "x".repeat(1 << 20))
                        .statusCode())
                .isEqualTo(413);
        assertThat(given).hasNullValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "%=1", "a=%", "a=%4"})
    void whatIsNoFormIsRefused(String body) {
        AtomicReference<Values> given = new AtomicReference<>();
        page.panel("P").form("scan", List.of(Input.text("a", "")), given::set);
        assertThat(new Visitor(server.address()).post("press/w1", body).statusCode())
                .isEqualTo(400);
        assertThat(given).hasNullValue();
    }

    @Test
    void tooManyWaitingWindowsDoNotKeepOthersOut() {
        Visitor visitor = new Visitor(server.address());
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 17)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> visitor.get("changes?since=0"), task -> new Thread(task).start()))
                .toList();
        Awaitility.await().until(() -> waiting.stream().anyMatch(CompletableFuture::isDone));
        assertThat(visitor.get("").statusCode()).isEqualTo(200);
        page.panel("P").status().say("something");
        assertThat(waiting.stream()
                        .map(CompletableFuture::join)
                        .map(HttpResponse::statusCode)
                        .sorted())
                .startsWith(200, 200)
                .endsWith(200, 503)
                .hasSize(17);
    }

    @Test
    void closingEndsWhatRuns() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        page.panel("P").button("slow", values -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        });
        new Visitor(server.address()).post("press/w1", "");
        running.await();
        server.close();
        interrupted.await();
        server.await();
        assertThatThrownBy(() -> new Visitor(server.address())).hasMessageContaining("Connect");
    }
}
