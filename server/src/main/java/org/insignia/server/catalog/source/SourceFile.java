package org.insignia.server.catalog.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to import.
 *
 * @param name as the person knows it, with its ending; locale and date are read from it where the
 *     content has none; never used as a path
 */
public record SourceFile(String name, Contents contents) {

  /** Opens the content anew each time. */
  public interface Contents {
    InputStream open() throws IOException;
  }

  public static SourceFile of(Path file) {
    return new SourceFile(file.toString(), () -> Files.newInputStream(file));
  }

  public static SourceFile of(String name, byte[] content) {
    byte[] copy = content.clone();
    return new SourceFile(name, () -> new ByteArrayInputStream(copy));
  }
}
