package org.insignia.server.platform.web.unreadable;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is wrong with a request that has no address of ours because the container could not
 * read it: an encoded NUL, slash or backslash, a percent sign before anything but two digits. The
 * answer has the form and the headers of all others. All that was mapped to us is answered by us
 * before it comes back here.
 */
final class LastAnswer extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(LastAnswer.class);

  private final Words words;

  LastAnswer(Words words) {
    this.words = words;
    setShowReport(false);
    setShowServerInfo(false);
  }

  /** Writes the answer of this status. */
  interface Words {
    void write(Request request, Response response, int status) throws IOException, ServletException;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0) {
      super.report(request, response, throwable);
      return;
    }
    try {
      words.write(request, response, status);
      response.setErrorReported();
      response.finishResponse();
    } catch (IOException | ServletException | RuntimeException e) {
      LOG.debug("no answer of our own", e);
      super.report(request, response, throwable);
    }
  }
}
