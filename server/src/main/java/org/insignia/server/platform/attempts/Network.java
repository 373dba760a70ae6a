package org.insignia.server.platform.attempts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network a request comes from, as tries are counted by it: an address, and of IPv6 the first
 * 64 bits. What follows those each customer has to themselves, more addresses than we could count.
 */
public record Network(String name) {
  private static final int PREFIX_BYTES = 8;

  /**
   * @param address as the container tells it: a literal, behind trusted proxies the client's
   */
  public static Network of(String address) {
    int zone = address.indexOf('%');
    var literal = zone < 0 ? address : address.substring(0, zone);
    try {
      return new Network(name(InetAddress.ofLiteral(literal)));
    } catch (IllegalArgumentException noLiteral) {
      return new Network(address);
    }
  }

  /** An IPv4 address written as IPv6 is an IPv4 address here. */
  private static String name(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64"
        : address.getHostAddress();
  }
}
