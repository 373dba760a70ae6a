package org.insignia.server.platform.testing;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Networks that people of tests come from. All tests speak to one server from one machine; without
 * a network of their own they would share the counts that slow guessing down, and the last of many
 * tests would be told to wait.
 */
public final class Networks {
  /** What a proxy says of whom it speaks for; the server believes those on its own machine. */
  public static final String HEADER = "X-Forwarded-For";

  private Networks() {}

  /** An address that nobody else comes from, out of those kept for documentation. */
  public static String fresh() {
    var some = ThreadLocalRandom.current();
    return "2001:db8:%x:%x::1".formatted(1 + some.nextInt(0xfffe), 1 + some.nextInt(0xfffe));
  }
}
