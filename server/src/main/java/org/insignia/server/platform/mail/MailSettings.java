package org.insignia.server.platform.mail;

import java.net.URI;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Turns an SMTP URL into a configured sender. */
final class MailSettings {
  private MailSettings() {}

  /**
   * A sender for {@code smtp://user:password@host:port} (STARTTLS where offered) or {@code
   * smtps://} (TLS from the start).
   *
   * @throws IllegalArgumentException for another scheme or a missing host
   */
  static JavaMailSenderImpl sender(URI smtp) {
    var scheme = smtp.getScheme();
    if (smtp.getHost() == null || !("smtp".equals(scheme) || "smtps".equals(scheme))) {
      throw new IllegalArgumentException(
          "INSIGNIA_SMTP_URL must be smtp://host:port or smtps://host:port");
    }
    var sender = new JavaMailSenderImpl();
    sender.setProtocol(scheme);
    sender.setHost(smtp.getHost());
    sender.setPort(smtp.getPort() > 0 ? smtp.getPort() : scheme.equals("smtps") ? 465 : 587);
    sender.setDefaultEncoding("UTF-8");
    if (smtp.getUserInfo() != null) {
      var parts = smtp.getUserInfo().split(":", 2);
      sender.setUsername(parts[0]);
      sender.setPassword(parts.length > 1 ? parts[1] : "");
    }
    sender.setJavaMailProperties(properties(scheme, smtp.getUserInfo() != null));
    return sender;
  }

  private static Properties properties(String scheme, boolean authenticated) {
    var properties = new Properties();
    var prefix = "mail." + scheme + ".";
    properties.setProperty(prefix + "connectiontimeout", "5000");
    properties.setProperty(prefix + "timeout", "10000");
    properties.setProperty(prefix + "writetimeout", "10000");
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "auth", Boolean.toString(authenticated));
    return properties;
  }
}
