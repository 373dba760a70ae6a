package org.insignia.server.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyClockTest {
  private final AtomicLong now = new AtomicLong();
  private final BodyClock clock = new BodyClock(now::get);
  private final Tomcat tomcat = new Tomcat();
  private @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    tomcat.setBaseDir(folder.toString());
    var connector = new Connector(ClosableHttp.class.getName());
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    tomcat.setConnector(connector);
    tomcat.getEngine().setBackgroundProcessorDelay(-1); // the test does it
    tomcat.getEngine().getPipeline().addValve(clock);
    var context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "reading", new Reading());
    context.addServletMappingDecoded("/", "reading");
    tomcat.start();
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  private Socket asking(String head, int bytes) throws IOException {
    var socket = new Socket("127.0.0.1", tomcat.getConnector().getLocalPort());
    socket.setSoTimeout(15_000);
    send(socket, "POST / HTTP/1.1\r\nHost: localhost\r\n" + head + "\r\n\r\n" + "a".repeat(bytes));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private void after(long seconds) {
    now.set(seconds * 1_000_000_000L);
    clock.backgroundProcess();
  }

  @Test
  void a_body_that_does_not_come_on_costs_its_connection() throws IOException {
    try (var slow = asking("Content-Length: 60000", 10);
        var chunked = asking("Transfer-Encoding: chunked", 0)) {
      Until.holds(() -> clock.coming() == 2);
      after(31);
      assertThat(clock.coming()).isZero();
      assertThat(isClosed(slow)).isTrue();
      assertThat(isClosed(chunked)).isTrue();
    }
  }

  @Test
  void one_that_comes_on_is_waited_for() throws IOException {
    int sent = 40 * (int) BodyClock.BYTES_A_SECOND;
    try (var steady = asking("Content-Length: " + (sent + 3), sent)) {
      Until.holds(() -> clock.coming() == 1 && Reading.read >= sent);
      after(60);
      send(steady, "end");
      var answer = new String(steady.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 200 \r\n");
    }
  }

  @Test
  void others_are_left_alone() throws IOException {
    try (var slow = asking("Content-Length: 60000", 10);
        var other = asking("Content-Length: 0", 0)) {
      Until.holds(() -> clock.coming() == 1);
      after(31);
      assertThat(isClosed(slow)).isTrue();
      assertThat(other.getInputStream().read()).isEqualTo('H');
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static final class Reading extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static volatile int read;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      read = 0;
      var buffer = new byte[4096];
      var in = request.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        read += n;
      }
    }
  }
}
