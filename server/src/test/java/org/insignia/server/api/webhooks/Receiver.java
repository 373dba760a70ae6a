package org.insignia.server.api.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A subscriber as its owner would write it, from what the documentation says: it takes a message
 * only with a signature over {@code id.timestamp.body} that is not older than five minutes.
 */
final class Receiver implements AutoCloseable {
  private static final long TOLERANCE = 300;

  /** What to answer with. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  record Message(String id, long timestamp, String signatures, String body) {
    /** Whether one of the signatures is made with this secret, and the message is fresh. */
    boolean isFrom(String secret, long now) {
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      try {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var wanted = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
        for (var signature : signatures.split(" ")) {
          if (signature.startsWith("v1,")
              && MessageDigest.isEqual(
                  wanted, Base64.getDecoder().decode(signature.substring("v1,".length())))) {
            return Math.abs(now - timestamp) <= TOLERANCE;
          }
        }
        return false;
      } catch (java.security.GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  final List<Message> messages = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", this::take);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
  }

  Receiver answers(Answer with) {
    answer = with;
    return this;
  }

  Receiver answers(int status) {
    return answers(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      messages.add(
          new Message(
              headers.getFirst("webhook-id"),
              Long.parseLong(headers.getFirst("webhook-timestamp")),
              headers.getFirst("webhook-signature"),
              body));
      answer.to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
