package org.insignia.bench.programs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * HTTP over as many connections as are needed at once, each used again. It does no more than the
 * answers of this server need, so that a program that shares the processor with it takes little.
 */
final class Connections implements AutoCloseable {
  private static final int PIECE = 16 * 1024;

  private final URI address;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  Connections(URI address) {
    this.address = address;
  }

  /** The status of the answer, whose body is read and let go. */
  int status(byte[] request) throws IOException {
    var known = idle.pollFirst();
    var connection = known == null ? new Connection() : known;
    boolean open = false;
    try {
      connection.socket.getOutputStream().write(request);
      int status = connection.answer();
      open = connection.open;
      return status;
    } finally {
      if (open) {
        idle.addFirst(connection);
      } else {
        connection.socket.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
      connection.socket.close();
    }
  }

  private final class Connection {
    private final Socket socket;
    private final InputStream in;
    private boolean open = true;

    Connection() throws IOException {
      socket = new Socket(address.getHost(), address.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), PIECE);
    }

    int answer() throws IOException {
      var head = line();
      int length = -1;
      boolean chunked = false;
      for (var line = line(); !line.isEmpty(); line = line()) {
        if (starts(line, "content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        } else if (starts(line, "transfer-encoding: chunked")) {
          chunked = true;
        } else if (starts(line, "connection: close")) {
          open = false;
        }
      }
      if (chunked) {
        for (int size = size(); size > 0; size = size()) {
          in.skipNBytes(size + 2L);
        }
        line();
      } else if (length < 0) {
        throw new IOException("an answer without its length");
      } else {
        in.skipNBytes(length);
      }
      return Integer.parseInt(head.substring(9, 12));
    }

    private int size() throws IOException {
      return Integer.parseInt(line(), 16);
    }

    private static boolean starts(String line, String with) {
      return line.regionMatches(true, 0, with, 0, with.length());
    }

    private String line() throws IOException {
      var line = new StringBuilder(80);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("torn");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }
  }
}
