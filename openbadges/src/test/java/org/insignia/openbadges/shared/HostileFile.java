package org.insignia.openbadges.shared;

import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/** One line of {@code hostile/expected/*.jsonl}. */
public record HostileFile(String file, String area, String expect) {

  /** The lines of one list, for example {@code png-baked}. */
  public static List<HostileFile> list(String name) {
    return SharedFiles.jsonLines("hostile/expected/" + name + ".jsonl").stream()
        .map(HostileFile::of)
        .toList();
  }

  /** Its name without the folder. */
  public String name() {
    return file.substring(file.indexOf('/') + 1);
  }

  /** Its content. */
  public Bytes bytes() {
    return SharedFiles.bytes("hostile/" + file);
  }

  @Override
  public String toString() {
    return name() + " " + expect;
  }

  private static HostileFile of(JsonObject line) {
    return new HostileFile(text(line, "file"), text(line, "area"), text(line, "expect"));
  }

  private static String text(JsonObject line, String name) {
    return Objects.requireNonNull(line.string(name), name);
  }
}
