package org.insignia.cli.badge;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.ob2.AssertionJudge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insignia bake}. */
@Command(
    name = "bake",
    mixinStandardHelpOptions = true,
    description =
        "Puts a signed credential into a PNG or SVG. A badge that is in it already is replaced.")
final class BakeCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "CREDENTIAL",
      description = "JSON or JWT, or - for standard input.")
  private String credential = "-";

  @Parameters(index = "1", paramLabel = "PICTURE", description = "PNG or SVG.")
  private String picture = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The baked picture.")
  private @Nullable Path output;

  @Option(
      names = "--kind",
      description = "${COMPLETION-CANDIDATES} (default: by what the credential says).")
  private @Nullable BakedKind kind;

  @Override
  public Integer call() {
    String text = LocalFiles.read(credential).utf8().strip();
    Bytes unbaked = LocalFiles.read(picture);
    BakedKind found = kind(text);
    BakedKind chosen = kind == null ? found : kind;
    boolean png = unbaked.size() > 4 && unbaked.view()[1] == 'P' && unbaked.view()[2] == 'N';
    Bytes baked =
        png ? Baking.bakePng(unbaked, chosen, text) : Baking.bakeSvg(unbaked, chosen, text);
    LocalFiles.write(Objects.requireNonNull(output), baked);
    return 0;
  }

  private static BakedKind kind(String text) {
    if (text.startsWith("http")) {
      return BakedKind.OPEN_BADGE_2;
    }
    JsonObject document =
        text.startsWith("{")
            ? Json.parseObject(Bytes.utf8(text))
            : InspectCommand.part(new Source.Token(text), 1);
    if (AssertionJudge.judges(document)) {
      return BakedKind.OPEN_BADGE_2;
    }
    JsonObject credential = document.object("vc") == null ? document : document.object("vc");
    List<JsonValue> types = credential.list("type");
    if (!types.contains(JsonValue.of("VerifiableCredential"))) {
      // A key file, say: what is baked is meant for everybody.
      throw new WrongUse("what is to be baked is no credential");
    }
    return types.contains(JsonValue.of("ClrCredential")) ? BakedKind.CLR_2 : BakedKind.OPEN_BADGE_3;
  }
}
