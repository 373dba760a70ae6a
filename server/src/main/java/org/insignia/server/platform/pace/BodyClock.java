package org.insignia.server.platform.pace;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections whose request does not come on. The container waits for each next piece of a
 * body, however small it is: a byte every few seconds would hold a connection for weeks.
 */
final class BodyClock extends ValveBase {
  /** Whatever the size, and however slow the beginning. */
  static final Duration GRACE = Duration.ofSeconds(30);

  /** A telephone at the edge of its network sends more. */
  static final long BYTES_A_SECOND = 4 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(BodyClock.class);

  private final Set<Coming> coming = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;

  /**
   * A request that is being read.
   *
   * @param address of who is connected, be it a proxy
   */
  private record Coming(
      org.apache.coyote.Request request,
      ClosableHttp http,
      String address,
      int port,
      long begunNanos) {

    boolean isTooSlow(long now) {
      var allowed = GRACE.plusSeconds(request.getBytesRead() / BYTES_A_SECOND);
      return now - begunNanos > allowed.toNanos() && !request.isFinished();
    }
  }

  /**
   * @param nanos the time, as {@link System#nanoTime} tells it
   */
  BodyClock(LongSupplier nanos) {
    super(true);
    this.nanos = nanos;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (!hasBody(request)
        || !(request.getConnector().getProtocolHandler() instanceof ClosableHttp http)) {
      getNext().invoke(request, response);
      return;
    }
    var mine =
        new Coming(
            request.getCoyoteRequest(),
            http,
            request.getRemoteAddr(),
            request.getRemotePort(),
            nanos.getAsLong());
    coming.add(mine);
    try {
      getNext().invoke(request, response);
    } finally {
      coming.remove(mine);
    }
  }

  private static boolean hasBody(Request request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** How many requests with a body are under way. */
  int coming() {
    return coming.size();
  }

  /** Called by the container every ten seconds. */
  @Override
  public void backgroundProcess() {
    long now = nanos.getAsLong();
    for (var one : coming) {
      if (one.isTooSlow(now)) {
        LOG.info("closing a connection that sends less than {} bytes a second", BYTES_A_SECOND);
        one.http().close(one.address(), one.port());
        coming.remove(one);
      }
    }
  }
}
