package org.insignia.server.platform.pace;

import org.apache.coyote.http11.Http11NioProtocol;

/** The usual HTTP of the container, which lets a single connection be closed from outside. */
public final class ClosableHttp extends Http11NioProtocol {
  /** Made by the container, by its name. */
  public ClosableHttp() {}

  /** Closes the connection from there, if there still is one. */
  void close(String address, int port) {
    for (var connection : getEndpoint().getConnections()) {
      if (connection.getRemotePort() == port && address.equals(connection.getRemoteAddr())) {
        connection.close();
      }
    }
  }
}
