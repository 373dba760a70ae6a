package org.insignia.server.api.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.insignia.server.platform.problem.Problem;

/** A request whose body is read once, as it comes, and is known by its hash at its end. */
final class HashedBody extends HttpServletRequestWrapper {
  private final Hashing body;

  HashedBody(HttpServletRequest request) throws IOException {
    super(request);
    this.body = new Hashing(request.getInputStream());
  }

  @Override
  public ServletInputStream getInputStream() {
    return body;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** Reads what nobody has read, and says what it was; once. */
  String hash() {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new Problem.Unreadable("the file did not arrive whole: " + e.getMessage());
    }
    return KeyFilter.hex(body.digest.digest());
  }

  private static final class Hashing extends ServletInputStream {
    private final ServletInputStream in;
    private final MessageDigest digest = KeyFilter.sha256();

    Hashing(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) {
        digest.update((byte) b);
      }
      return b;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = in.read(into, from, most);
      if (read > 0) {
        digest.update(into, from, read);
      }
      return read;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
