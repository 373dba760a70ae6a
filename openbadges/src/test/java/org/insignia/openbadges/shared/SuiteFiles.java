package org.insignia.openbadges.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.junit.jupiter.api.Assumptions;

/**
 * A public test suite that is too large to lie beside the project: a checkout of its repository in
 * the folder that the system property {@code insignia.suites} or the environment variable {@code
 * INSIGNIA_SUITES} names.
 */
public final class SuiteFiles {
  private final Path folder;

  /** A test that asks for a suite that is not there is skipped, and says where it may be had. */
  public SuiteFiles(String repository, String folder) {
    String suites =
        System.getProperty(
            "insignia.suites", Objects.requireNonNullElse(System.getenv("INSIGNIA_SUITES"), ""));
    this.folder = Path.of(suites).resolve(folder);
    Assumptions.assumeTrue(
        !suites.isEmpty() && Files.isDirectory(this.folder),
        "no checkout of github.com/" + repository + " in the folder insignia.suites");
  }

  /** A file of the suite. */
  public Bytes bytes(String name) {
    return SharedFiles.bytes(folder.resolve(name));
  }
}
