package org.insignia.bench.pages;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for pages at a fixed rate, whatever the answers take, and counts the time of each from the
 * moment at which it was to be asked: a server that stands still is not excused from the questions
 * that would have come. Arguments: rate a second, seconds, connections, addresses (taken in turn).
 * With {@code -Dcookie=NAME=VALUE} it asks as somebody who is signed in. Three seconds more are
 * asked before and not counted: in them this program itself is slow.
 */
public final class OpenLoad {
  private static final String COOKIE =
      System.getProperty("cookie") == null
          ? ""
          : "Cookie: " + System.getProperty("cookie") + "\r\n";

  private final URI[] pages;
  private final double rate;
  private final long begin;
  private final long counted;
  private final long end;
  private final int connections;

  private OpenLoad(URI[] pages, double rate, int seconds, int connections) {
    this.pages = pages;
    this.rate = rate;
    this.connections = connections;
    this.begin = System.nanoTime() + 200_000_000L;
    this.counted = begin + 3_000_000_000L;
    this.end = counted + seconds * 1_000_000_000L;
  }

  /**
   * Prints rate, errors, and the median, 99th and 99.9th hundredth of the times in milliseconds.
   */
  public static void main(String[] arguments) throws InterruptedException {
    var pages = Arrays.stream(arguments).skip(3).map(URI::create).toArray(URI[]::new);
    var load =
        new OpenLoad(
            pages,
            Double.parseDouble(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
    load.run();
  }

  private void run() throws InterruptedException {
    var lanes = new ArrayList<Lane>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < connections; i++) {
      var lane = new Lane(i);
      lanes.add(lane);
      threads.add(Thread.ofPlatform().start(lane));
    }
    for (var thread : threads) {
      thread.join();
    }
    var times =
        lanes.stream()
            .flatMapToLong(l -> l.times.stream().mapToLong(Long::longValue))
            .sorted()
            .toArray();
    long errors = lanes.stream().mapToLong(l -> l.errors).sum();
    System.out.printf(
        Locale.ROOT,
        "%d answers, %.0f/s, %d errors, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
        times.length,
        times.length / ((end - counted) / 1e9),
        errors,
        at(times, 0.5),
        at(times, 0.99),
        at(times, 0.999));
  }

  private static double at(long[] times, double share) {
    return times.length == 0
        ? Double.NaN
        : times[(int) Math.min(times.length - 1, Math.floor(times.length * share))] / 1e6;
  }

  /** One connection, asking every so many turns. */
  private final class Lane implements Runnable {
    private final int first;
    private final List<Long> times = new ArrayList<>();
    private final byte[] buffer = new byte[64 * 1024];
    private long errors;

    Lane(int first) {
      this.first = first;
    }

    @Override
    public void run() {
      long turn = first;
      while (begin + (long) (turn / rate * 1e9) < end) {
        turn = untilClosed(turn);
      }
    }

    /** Asks over one connection until the server closes it, as it may; the turn that comes next. */
    private long untilClosed(long from) {
      long turn = from;
      try (var socket = new Socket(pages[0].getHost(), pages[0].getPort())) {
        socket.setTcpNoDelay(true);
        var in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        boolean open = true;
        for (long due = begin + (long) (turn / rate * 1e9); open && due < end; ) {
          while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
          }
          socket.getOutputStream().write(question(pages[(int) (turn % pages.length)]));
          open = answer(in, due);
          turn += connections;
          due = begin + (long) (turn / rate * 1e9);
        }
      } catch (IOException e) {
        errors++;
        turn += connections;
      }
      return turn;
    }

    private byte[] question(URI page) {
      return ("GET "
              + page.getRawPath()
              + " HTTP/1.1\r\nHost: "
              + page.getAuthority()
              + "\r\nAccept: text/html\r\n"
              + COOKIE
              + "\r\n")
          .getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether another question may be asked over this connection. */
    private boolean answer(InputStream in, long due) throws IOException {
      boolean good = line(in).startsWith("HTTP/1.1 200");
      boolean open = true;
      int length = -1;
      for (var line = line(in); !line.isEmpty(); line = line(in)) {
        if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(line.substring(15).strip());
        } else if (line.equalsIgnoreCase("connection: close")) {
          open = false;
        }
      }
      if (length < 0) {
        throw new IOException("an answer without its length");
      }
      for (int left = length; left > 0; ) {
        int read = in.read(buffer, 0, Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException("torn");
        }
        left -= read;
      }
      if (good) {
        if (due >= counted) {
          times.add(System.nanoTime() - due);
        }
      } else {
        errors++;
      }
      return open;
    }

    private String line(InputStream in) throws IOException {
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
