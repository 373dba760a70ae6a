package org.insignia.server.insights.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on loopback that answers as the test says. */
final class FeedServer implements AutoCloseable {
  /** Answers a request. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();

  FeedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            var answer = answers.get(exchange.getRequestURI().toString());
            if (answer == null) {
              send(exchange, 404, new byte[0]);
            } else {
              answer.to(exchange);
            }
          } catch (IOException gone) {
            // the client went away, which some tests want
          }
        });
    server.start();
  }

  String at(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  int requests() {
    return requests.get();
  }

  void on(String path, Answer answer) {
    answers.put(path, answer);
  }

  void serve(String path, String body, String... headers) {
    serve(path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  void serve(String path, byte[] body, String... headers) {
    status(path, 200, body, headers);
  }

  void status(String path, int status, byte[] body, String... headers) {
    on(
        path,
        exchange -> {
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          send(exchange, status, body);
        });
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
