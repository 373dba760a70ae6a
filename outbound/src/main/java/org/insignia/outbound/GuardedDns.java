package org.insignia.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a name up once per connection and hands on only addresses within reach; the connection is
 * made to one of exactly these, so a name that changes its address between check and use gains
 * nothing.
 */
final class GuardedDns implements DnsResolver {
  private final Reach reach;
  private final Names names;

  /** Set for the request under way on this thread: whether it goes to our own origin. */
  private final ThreadLocal<Boolean> own = ThreadLocal.withInitial(() -> false);

  GuardedDns(Reach reach) {
    this(reach, InetAddress::getAllByName);
  }

  GuardedDns(Reach reach, Names names) {
    this.reach = reach;
    this.names = names;
  }

  /** Knows the addresses of names. */
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  void own(boolean value) {
    own.set(value);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var all = names.addresses(host);
    if (!own.get() && !Arrays.stream(all).allMatch(this::mayConnect)) {
      throw new OutOfReach();
    }
    return all;
  }

  private boolean mayConnect(InetAddress address) {
    return Networks.isPublic(address) || (reach.loopback() && Networks.isLoopback(address));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** The name leads, or also leads, to a place we do not go. */
  static final class OutOfReach extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }
}
