package org.insignia.cli.badge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/** Reads what is named on the command line, {@code -} being standard input; bounded. */
final class LocalFiles {
  private static final int MAX_BYTES = 12 << 20;

  private LocalFiles() {}

  /**
   * @throws WrongUse where there is no such file, or it is over 12 MiB
   */
  static Bytes read(String name) {
    try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new WrongUse(name + " is larger than 12 MiB");
      }
      return Bytes.wrap(bytes);
    } catch (IOException | InvalidPathException e) {
      throw new WrongUse("cannot read " + name + ": is there such a file?");
    }
  }

  /**
   * @throws MalformedCredential where it holds no JSON object
   */
  static JsonObject object(String name) {
    return Json.parseObject(read(name));
  }

  /**
   * @throws WrongUse where it cannot be written
   */
  static void write(Path file, Bytes bytes) {
    try {
      Files.write(file, bytes.view());
    } catch (IOException e) {
      throw new WrongUse("cannot write " + file + ": is there such a folder, and may you?");
    }
  }
}
