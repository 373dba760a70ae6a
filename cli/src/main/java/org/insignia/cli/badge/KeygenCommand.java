package org.insignia.cli.badge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia keygen}. */
@Command(
    name = "keygen",
    mixinStandardHelpOptions = true,
    description =
        "Makes a key pair, writes it to a new file that only you can read, and prints its did:key.")
final class KeygenCommand implements Callable<Integer> {
  enum Type {
    ed25519,
    p256,
    p384,
    rsa
  }

  @Option(
      names = "--type",
      defaultValue = "ed25519",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); rsa signs JWTs only.")
  private Type type = Type.ed25519;

  @Parameters(paramLabel = "FILE", description = "The file to make.")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var random = new SecureRandom();
    KeyPair pair =
        switch (type) {
          case ed25519 -> KeyPair.generateEd25519(random);
          case p256 -> KeyPair.generateP256(random);
          case p384 -> KeyPair.generateP384(random);
          case rsa -> KeyPair.generateRsa(random);
        };
    write(Objects.requireNonNull(file), Json.write(SigningKey.write(pair)) + "\n");
    Objects.requireNonNull(spec).commandLine().getOut().println(DidKey.did(pair.publicKey()));
    return 0;
  }

  /** Never over another key, and never readable by others, not even for a moment. */
  private static void write(Path file, String text) {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse(file + " is there already: name a new file");
    } catch (IOException e) {
      throw new WrongUse("cannot write " + file + ": is there such a folder, and may you?");
    }
  }
}
