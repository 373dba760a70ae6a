package org.insignia.cli.server;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files as a {@code multipart/form-data} body that is read from disk while it is sent. */
final class Multipart {
  private final String boundary = "insignia-" + UUID.randomUUID();

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /**
   * @param files file names as the report shall show them, and where they are
   */
  BodyPublisher body(Map<String, Path> files) {
    List<BodyPublisher> parts = new ArrayList<>();
    files.forEach((name, path) -> {
      parts.add(BodyPublishers.ofString(head(name)));
      try {
        parts.add(BodyPublishers.ofFile(path));
      } catch (FileNotFoundException e) {
        throw new ServerTrouble("cannot read " + path);
      }
      parts.add(BodyPublishers.ofString("\r\n"));
    });
    parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private String head(String name) {
    var quoted = name.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + quoted
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
  }
}
