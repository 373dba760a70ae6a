package org.insignia.server.platform.hot;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Stands before all filters: a page that is here costs no more than a file. */
final class HotPagesValve extends ValveBase {
  private final HotPages pages;

  HotPagesValve(HotPages pages) {
    super(true);
    this.pages = pages;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (!pages.serve(request, response)) {
      getNext().invoke(request, response);
    }
  }
}
