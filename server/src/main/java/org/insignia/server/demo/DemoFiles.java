package org.insignia.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.source.SourceFile;

/**
 * The files of the demo, in the forms that an organisation and its delivery providers would send.
 */
final class DemoFiles {
  private DemoFiles() {}

  static List<SourceFile> catalogue() {
    return Stream.of("certifications.jsonl", "exams.jsonl", "requirements.jsonl", "texts.jsonl")
        .map(name -> new SourceFile(name, () -> open(name)))
        .toList();
  }

  static InputStream results(String provider) {
    return open("demo-" + provider + ".csv");
  }

  /** A badge of another issuer, signed with a key of its own that nobody keeps. */
  static Bytes lighthouse() {
    try (var in = open("lighthouse.json")) {
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    var in = DemoFiles.class.getResourceAsStream("/demo/" + name);
    if (in == null) {
      throw new UncheckedIOException(new IOException("no demo file " + name));
    }
    return in;
  }
}
