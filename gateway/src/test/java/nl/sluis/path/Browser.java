package nl.sluis.path;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.path.Http.Reply;

/** A browser of a person, without a certificate: keeps cookies, and follows no redirect by itself. */
final class Browser {

    static final Map<String, String> PAGE = Map.of("Accept", "text/html");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI address;
    private final CookieManager cookies = new TrustingThisMachine();
    private final HttpClient client;

    /** Browsers send cookies for secure connections to this machine without TLS too (Secure Contexts, 3.1); Java does not. */
    private static final class TrustingThisMachine extends CookieManager {

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    Browser(URI address, Tls tls) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls.context())
                .cookieHandler(cookies)
                .build();
    }

    /** Asks for the page and goes where that leads, to the identity provider and back; the answer at the end. */
    Reply login() throws IOException {
        Reply reply = get("/", PAGE);
        for (int i = 0; i < 5 && reply.status() / 100 == 3; i++) {
            reply = get(reply.header("Location"), PAGE);
        }
        return reply;
    }

    Reply get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, "");
    }

    Reply send(String method, String path, Map<String, String> headers, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), answer.body(), answer.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for an answer", e);
        }
    }

    /** The token that the page gave; empty when there is no page for this person. */
    String token() throws IOException {
        for (String page : List.of("/", "/report", "/consents")) {
            Matcher token = TOKEN.matcher(get(page, PAGE).text());
            if (token.find()) {
                return token.group(1);
            }
        }
        return "";
    }

    /** The session; empty when there is none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("__Host-sluis"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
