package org.insignia.openbadges.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Where Jazzer comes in. It finds both methods by their names, so that nothing here depends on it.
 */
public final class JazzerEntry {
  private static @Nullable FuzzTarget target;

  private JazzerEntry() {}

  /** Called once: {@code --target_args=NAME} names the target. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTargets.named(arguments[0]);
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (target == null) throw new IllegalStateException("not initialised");
    target.judge(Bytes.of(input));
  }

  /** Lists the targets, or with a name and a folder lays the seeds of that target there. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      FuzzTargets.names().forEach(System.out::println);
      return;
    }
    List<Bytes> seeds = Seeds.all(arguments[0], FuzzTargets.named(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(folder.resolve("seed-" + i), seeds.get(i).view());
    }
  }
}
