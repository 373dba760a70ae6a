package org.insignia.server.api.vcapi.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Notes whether a request comes straight from this machine, before anything believes the headers in
 * which proxies, or those who pretend to be one, say where a request came from.
 */
final class DirectPeer extends ValveBase {
  static final String ON_THIS_MACHINE = DirectPeer.class.getName();

  private static final List<String> OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  DirectPeer() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    boolean direct = OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null);
    // The address is a literal, so nothing is looked up.
    boolean here = InetAddress.getByName(request.getPeerAddr()).isLoopbackAddress();
    request.setAttribute(ON_THIS_MACHINE, direct && here);
    getNext().invoke(request, response);
  }
}
