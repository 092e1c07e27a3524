package org.labcast.services.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the server answers. */
record HttpReply(int status, String type, String body) {
    /**
     * The page runs its own script and nothing else, talks to nobody else, and is shown in no one's frame; its script cannot
     * make markup of text (Trusted Types).
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";

    static HttpReply text(int status, String sentence) {
        return new HttpReply(status, "text/plain; charset=utf-8", sentence);
    }

    static HttpReply json(String json) {
        return new HttpReply(200, "application/json", json);
    }

    /** A file beside this class. */
    static HttpReply file(String name, String type) {
        try (InputStream file = Objects.requireNonNull(HttpReply.class.getResourceAsStream(name), name)) {
            return new HttpReply(200, type + "; charset=utf-8", new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
