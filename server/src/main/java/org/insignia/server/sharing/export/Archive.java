package org.insignia.server.sharing.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;

/** A ZIP that is written while it is read: one file at a time is in memory. */
final class Archive implements AutoCloseable {
  private static final int LONGEST_NAME = 60;
  private final ZipOutputStream zip;
  private final Instant now;

  Archive(OutputStream out, Instant now) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.zip.setLevel(Deflater.BEST_SPEED);
    this.now = now;
  }

  void add(String name, Bytes content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(now.toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(content.view());
    zip.closeEntry();
  }

  void add(String name, String text) throws IOException {
    add(name, Bytes.utf8(text));
  }

  /** Lists and maps as JSON. */
  void addJson(String name, Object content) throws IOException {
    add(name, Json.write(JsonValue.from(content)) + "\n");
  }

  /** A title as the name of a folder on any system. */
  static String folder(String title, String id) {
    var plain =
        title
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    var cut =
        plain.substring(
            0,
            plain.offsetByCodePoints(
                0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()))));
    return (cut.isEmpty() ? "badge" : cut) + "-" + id;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
