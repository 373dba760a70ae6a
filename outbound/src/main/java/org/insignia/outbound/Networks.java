package org.insignia.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses belong to the public internet. The predicates of {@link InetAddress} miss shared,
 * documentation, benchmark, translation and unique-local ranges, so the list is our own (IANA
 * special-purpose registries, RFC 6890 and updates).
 */
final class Networks {
  private static final List<Block> NOT_PUBLIC_4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /**
   * Of IPv6 only global unicast is public, and within it not the ranges that carry other addresses
   * inside.
   */
  private static final Block GLOBAL_UNICAST_6 = Block.of("2000::/3");

  private static final List<Block> NOT_PUBLIC_6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private static final List<Block> LOOPBACK = blocks("127.0.0.0/8", "::1/128");

  private Networks() {}

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(address));
    }
    return GLOBAL_UNICAST_6.contains(address)
        && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(address));
  }

  static boolean isLoopback(InetAddress address) {
    return LOOPBACK.stream().anyMatch(block -> block.contains(address));
  }

  private static List<Block> blocks(String... texts) {
    return List.of(texts).stream().map(Block::of).toList();
  }

  private record Block(InetAddress network, int bits) {
    static Block of(String text) {
      var slash = text.indexOf('/');
      try {
        return new Block(
            InetAddress.getByName(text.substring(0, slash)),
            Integer.parseInt(text.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e); // a literal needs no look-up
      }
    }

    boolean contains(InetAddress address) {
      var mine = network.getAddress();
      var other = address.getAddress();
      if (mine.length != other.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >>> (bit % 8);
        if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
