package org.insignia.openbadges.testing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Bytes;

/** One line of {@code hostile/expected/*.jsonl}. */
public record HostileFile(String file, String area, String expect) {
  private static final Pattern MEMBER = Pattern.compile("\"(file|area|expect)\": \"([^\"]*)\"");

  /** The lines of one list, for example {@code png-baked}. */
  public static List<HostileFile> list(String name) {
    String lines = SharedFiles.text("hostile/expected/" + name + ".jsonl");
    return Arrays.stream(lines.split("\n")).filter(l -> !l.isBlank()).map(HostileFile::of).toList();
  }

  /** Its name without the folder. */
  public String name() {
    return file.substring(file.indexOf('/') + 1);
  }

  public Bytes bytes() {
    return SharedFiles.bytes("hostile/" + file);
  }

  @Override
  public String toString() {
    return name() + " " + expect;
  }

  private static HostileFile of(String line) {
    Matcher m = MEMBER.matcher(line);
    String[] found = {"", "", ""};
    while (m.find()) {
      switch (m.group(1)) {
        case "file" -> found[0] = m.group(2);
        case "area" -> found[1] = m.group(2);
        default -> found[2] = m.group(2);
      }
    }
    return new HostileFile(found[0], found[1], found[2]);
  }
}
