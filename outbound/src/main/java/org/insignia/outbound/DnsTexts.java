package org.insignia.outbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Asks the machine's name servers for TXT records. */
public final class DnsTexts {
  private static final int MOST = 50;
  private final String servers;
  private final Duration patience;

  /** By the name servers that the machine is set up with. */
  public DnsTexts(Duration patience) {
    this("dns:", patience);
  }

  DnsTexts(String servers, Duration patience) {
    this.servers = servers;
    this.patience = patience;
  }

  /**
   * The texts of a name, at most {@value #MOST}; none where there is no such name or nobody
   * answers.
   *
   * @param name letters, digits, hyphens, underscores and dots
   */
  @SuppressWarnings(
      "BanJNDI") // the provider is that of the DNS, which makes no objects of what it reads
  public List<String> of(String name) {
    if (!name.matches("[a-z0-9_.-]{1,253}")) {
      return List.of();
    }
    var settings = new Hashtable<String, String>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put(Context.PROVIDER_URL, servers);
    settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(patience.toMillis()));
    settings.put("com.sun.jndi.dns.timeout.retries", "1");
    var texts = new ArrayList<String>();
    try {
      var context = new InitialDirContext(settings);
      try {
        var found = context.getAttributes(name + ".", new String[] {"TXT"}).get("TXT");
        for (int i = 0; found != null && i < Math.min(MOST, found.size()); i++) {
          texts.add(String.valueOf(found.get(i)).replaceAll("^\"|\"$", ""));
        }
      } finally {
        context.close();
      }
    } catch (NamingException none) {
      return List.of();
    }
    return List.copyOf(texts);
  }
}
