package org.insignia.server.platform.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * What the server says of its own failures while this is open, so that a test which saw an answer
 * of 500 or more can tell why. Workers of the same server may speak in between.
 */
public final class FailureLog implements AutoCloseable {
  private static final int MOST = 20;

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Ear ear = new Ear();

  private final class Ear extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        var thrown = event.getThrowableProxy();
        heard.add(
            event.getLevel()
                + " "
                + event.getLoggerName()
                + " "
                + event.getFormattedMessage()
                + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
      }
    }
  }

  private FailureLog() {
    ear.setContext(root.getLoggerContext());
    ear.start();
    root.addAppender(ear);
  }

  /** Listens from now on. */
  public static FailureLog open() {
    return new FailureLog();
  }

  /** Warnings and errors so far, with their stack traces; the first twenty. */
  public String said() {
    return heard.isEmpty()
        ? "the log says nothing"
        : heard.stream().limit(MOST).collect(Collectors.joining("\n", "the log says:\n", ""));
  }

  @Override
  public void close() {
    root.detachAppender(ear);
    ear.stop();
  }
}
