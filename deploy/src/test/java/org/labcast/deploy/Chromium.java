package org.labcast.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A window of a real browser without a display, told what to do over the Chrome DevTools Protocol
 * (https://chromedevtools.github.io/devtools-protocol/). It presses with the mouse and types, so that what is covered or cannot
 * be focused cannot be used by a test either.
 */
final class Chromium implements AutoCloseable {
    static final String PROGRAM = "/usr/bin/chromium";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process browser;
    private final DevTools window;

    /** @param profile a folder of its own for all that it keeps */
    Chromium(Path profile) throws IOException {
        Files.createDirectories(profile);
        browser = started(profile);
        try {
            window = new DevTools(newWindow(debuggingPort(profile.resolve("DevToolsActivePort"))));
            List.of("Page", "Runtime", "Log").forEach(domain -> window.ask(domain + ".enable", Map.of()));
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
    }

    private static Process started(Path profile) throws IOException {
        // No sandbox: it has none for root, and sees nothing but our own pages.
        ProcessBuilder builder = new ProcessBuilder(
                        PROGRAM,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile());
        builder.environment().put("TMPDIR", profile.toString());
        return builder.start();
    }

    private static String debuggingPort(Path file) {
        return Awaitility.await("Chromium's debugging port")
                .atMost(PATIENCE)
                .until(() -> Files.exists(file) ? Files.readString(file) : "", text -> text.contains("\n"))
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static URI newWindow(String port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            String target =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return URI.create(JSON.readTree(target).get("webSocketDebuggerUrl").textValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void open(URI address) {
        window.ask("Page.navigate", Map.of("url", address.toString()));
    }

    void reload() {
        window.ask("Page.reload", Map.of());
    }

    /** What the expression gives in the page; a promise is waited for. */
    JsonNode evaluate(String expression) {
        JsonNode answer = window.ask(
                "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** All that is to be read on the page. */
    String text() {
        return evaluate("document.body?.innerText ?? ''").asText();
    }

    void awaitText(String text) {
        awaitText(text, PATIENCE);
    }

    void awaitText(String text, Duration patience) {
        try {
            Awaitility.await().atMost(patience).until(() -> text().contains(text));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("'" + text + "' is not on the page, which reads:\n" + text(), e);
        }
    }

    /** Presses the button of that accessible name, when it is there. */
    void press(String name) {
        click("button[aria-label=" + quoted(name) + "]");
    }

    /** Types a text into the field with that label, in place of what it held. */
    void fill(String label, String text) {
        String field = "[name=" + quoted(label) + "]";
        click(field);
        evaluate("document.querySelector(" + quoted(field) + ").select()");
        window.ask("Input.insertText", Map.of("text", text));
    }

    private void click(String selector) {
        String find = "document.querySelector(" + quoted(selector) + ")";
        Awaitility.await(selector)
                .atMost(PATIENCE)
                .until(() -> evaluate(find + " !== null").booleanValue());
        JsonNode middle = evaluate("(() => { const e = " + find
                + "; e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            window.ask(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", middle.get(0), "y", middle.get(1), "button", "left", "clickCount", 1));
        }
    }

    /** {@code role: name} of all that people can use or are told by a screen reader. */
    List<String> accessible() {
        JsonNode nodes = window.ask("Accessibility.getFullAXTree", Map.of()).get("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> !node.path("ignored").booleanValue())
                .map(node -> node.path("role").path("value").asText() + ": "
                        + node.path("name").path("value").asText())
                .toList();
    }

    /** What the browser complained about on pages there: exceptions, refused by their policy, not found. */
    List<String> complaints(URI about) {
        return window.events("Runtime.exceptionThrown", "Log.entryAdded").stream()
                .filter(complaint -> complaint.contains(about.getAuthority()))
                .toList();
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        window.close();
        end();
    }

    private void end() {
        List<ProcessHandle> all = browser.descendants().toList();
        browser.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        browser.onExit().join();
        all.forEach(one -> one.onExit().join());
    }
}
