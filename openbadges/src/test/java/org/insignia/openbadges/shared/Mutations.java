package org.insignia.openbadges.shared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Seeded damage to bytes, of the kinds that find mistakes in parsers. */
public final class Mutations {
  private static final List<byte[]> TOKENS =
      List.of(
              "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "-", "1e", "e+999", "0",
              "null", "_:", "<", ">", "<urn:", "^^<", "@en", ".", " .\n", "\n", "\r", "\t",
              "\u0000", "é", "😀", "#")
          .stream()
          .map(token -> token.getBytes(StandardCharsets.UTF_8))
          .toList();

  private final Random random;

  /**
   * @param seed the same seed gives the same mutations
   */
  public Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** A copy with one to four changes. */
  public byte[] of(byte[] original) {
    byte[] bytes = original;
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = change(bytes);
    }
    return bytes;
  }

  private byte[] change(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> splice(bytes, at, at, TOKENS.get(random.nextInt(TOKENS.size())));
      case 1 -> splice(bytes, at, end, TOKENS.get(random.nextInt(TOKENS.size())));
      case 2 -> splice(bytes, at, end, new byte[0]);
      case 3 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      case 4 ->
          splice(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt()});
      default -> Arrays.copyOf(bytes, at);
    };
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
