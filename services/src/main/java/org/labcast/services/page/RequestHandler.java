package org.labcast.services.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What browsers ask. The page and its script hold no secret and anyone may have them. All else needs the key of a session in a
 * header, which no other site can make a browser send; a cookie would go to every port of this machine, whoever listens there.
 */
final class RequestHandler implements HttpHandler {
    private static final int BODY_LIMIT = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** A name that another site has pointed at this address is none of them; any port, since it may be forwarded. */
    private static final Pattern OURS = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private static final Map<String, HttpReply> FILES = Map.of(
            "/", HttpReply.file("page.html", "text/html"),
            "/page.js", HttpReply.file("page.js", "text/javascript"),
            "/page.css", HttpReply.file("page.css", "text/css"),
            "/icon.svg", HttpReply.file("icon.svg", "image/svg+xml"));

    private final Page page;
    private final SessionKeys keys;
    private final Semaphore waiting = new Semaphore(PageServer.THREADS / 2);

    RequestHandler(Page page, SessionKeys keys) {
        this.page = page;
        this.keys = keys;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply(exchange).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpReply reply(HttpExchange exchange) throws IOException, InterruptedException {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        if (!OURS.matcher(host).matches()) {
            return HttpReply.text(421, "This page is at 127.0.0.1 and has no other name.");
        }
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET" -> FILES.containsKey(path) ? Objects.requireNonNull(FILES.get(path)) : changes(exchange, path);
            case "POST" -> post(exchange, path);
            default -> HttpReply.text(405, "There is only GET and POST here.");
        };
    }

    private HttpReply changes(HttpExchange exchange, String path) throws InterruptedException {
        if (!path.equals("/changes")) {
            return HttpReply.text(404, "There is nothing here.");
        }
        if (!keys.opens(bearer(exchange))) {
            return strange();
        }
        long since = since(exchange.getRequestURI().getQuery());
        if (!waiting.tryAcquire()) {
            return HttpReply.text(503, "Too many windows look at this page; close some.");
        }
        try {
            page.changes().await(since, PATIENCE);
        } finally {
            waiting.release();
        }
        return HttpReply.json(JsonWriter.write(page.describe(since)));
    }

    private HttpReply post(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/session")) {
            return keys.exchange(bearer(exchange))
                    .map(key -> HttpReply.text(200, key))
                    .orElseGet(RequestHandler::strange);
        }
        if (!keys.opens(bearer(exchange))) {
            return strange();
        }
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            return HttpReply.text(413, "The values are too long; there may be " + BODY_LIMIT + " bytes.");
        }
        String[] parts = path.split("/");
        Optional<Widget> widget = parts.length == 3 ? page.widget(parts[2]) : Optional.empty();
        try {
            return widget.filter(one -> done(parts[1], one, new String(body, UTF_8)))
                    .map(one -> HttpReply.text(202, ""))
                    .orElseGet(() -> HttpReply.text(404, "There is no such thing on the page; load it again."));
        } catch (MalformedFormException e) {
            return HttpReply.text(400, "The values are not written as forms are: " + e.getMessage());
        }
    }

    private boolean done(String deed, Widget widget, String body) {
        if (widget instanceof Control control && deed.equals("press")) {
            page.press(control, values(body));
        } else if (widget instanceof Control control && deed.equals("stop")) {
            page.stop(control);
        } else if (widget instanceof Log log && deed.equals("clear")) {
            log.clear();
        } else {
            return false;
        }
        return true;
    }

    private static HttpReply strange() {
        return HttpReply.text(403, "Open the address that the application prints; each can be used once.");
    }

    private static String bearer(HttpExchange exchange) {
        String header = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    }

    private static long since(@Nullable String query) {
        return query != null && query.matches("since=\\d{1,18}")
                ? Long.parseLong(query.substring("since=".length()))
                : 0;
    }

    /**
     * As browsers write forms ({@code application/x-www-form-urlencoded}).
     *
     * @throws MalformedFormException when it is no form, such as {@code %zz}
     */
    private static Values values(String body) {
        Map<String, String> values = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Values(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedFormException(String.valueOf(e.getMessage()));
        }
    }

    /** Told apart from what an action of the page throws. */
    private static final class MalformedFormException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MalformedFormException(String message) {
            super(message);
        }
    }
}
