package org.insignia.server.transcripts.opening;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as limits care: an IPv4 address, or the 64 bits of an IPv6
 * address that one household or office is given.
 */
final class Network {
  private static final int PREFIX_BYTES = 8;

  private Network() {}

  /**
   * @param address an IP address in letters; anything else stands for itself
   */
  static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      var ip = InetAddress.ofLiteral(address);
      return ip instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), PREFIX_BYTES))
          : ip.getHostAddress();
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }
}
