package org.labcast.services.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Asks what the page's script asks, without a browser. */
final class Visitor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI page;
    private final String key;
    private long seen;

    /** Opens the page with an address that the server gave out. */
    Visitor(URI address) {
        page = address.resolve("/");
        HttpResponse<String> response = send("POST", "session", address.getFragment(), "");
        key = response.statusCode() == 200 ? response.body() : "";
    }

    boolean mayEnter() {
        return !key.isEmpty();
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, key, body);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, key, "");
    }

    HttpResponse<String> send(String method, String path, String bearer, String body) {
        HttpRequest request = HttpRequest.newBuilder(page.resolve("/" + path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + bearer)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The widgets that have changed since it looked last; waits for one. */
    List<JsonNode> look() {
        try {
            JsonNode news = JSON.readTree(get("changes?since=" + seen).body());
            seen = news.get("version").longValue();
            List<JsonNode> widgets = new ArrayList<>();
            news.get("widgets").forEach(widgets::add);
            return widgets;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Looks until the control says so, and returns it. */
    JsonNode awaitSaid(String said) {
        return Awaitility.await(said)
                .until(
                        () -> look().stream()
                                .filter(widget -> widget.path("said").asText().equals(said))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
