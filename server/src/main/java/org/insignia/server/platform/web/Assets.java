package org.insignia.server.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Addresses of our static files, each with a hash of its content so that browsers may keep it for
 * ever.
 */
@Component
final class Assets {
  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  String address(String name) {
    return addresses.computeIfAbsent(name, Assets::hashed);
  }

  private static String hashed(String name) {
    var webjar = name.startsWith("webjars/");
    var resource =
        new ClassPathResource(webjar ? "META-INF/resources/" + name : "static/assets/" + name);
    try (var in = resource.getInputStream()) {
      var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return (webjar ? "/" : "/assets/") + name + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException("no asset " + name, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
