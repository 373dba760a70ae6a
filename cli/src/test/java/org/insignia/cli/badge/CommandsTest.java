package org.insignia.cli.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private final Terminal terminal = new Terminal();
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @CsvSource({
    "ed25519,eddsa-rdfc-2022",
    "ed25519,eddsa-jcs-2022",
    "p256,ecdsa-rdfc-2019",
    "p384,ecdsa-jcs-2019"
  })
  void a_badge_is_signed_baked_unbaked_and_verified(String type, String suite) throws IOException {
    String did = key(type);
    String signed = signed(did, suite);
    String png = Terminal.shared("standards/own/baked/unbaked.png");
    String baked = folder.resolve("baked.png").toString();
    assertThat(terminal.run("bake", signed, png, "-o", baked)).isZero();
    assertThat(terminal.run("verify", "--trust", did, baked)).as(terminal.out()).isZero();
    assertThat(terminal.run("unbake", baked)).isZero();
    assertThat(terminal.out().strip()).isEqualTo(Files.readString(Path.of(signed)).strip());
    assertThat(terminal.run("inspect", baked)).isZero();
    assertThat(terminal.out()).contains(suite).contains(did);
  }

  @ParameterizedTest
  @CsvSource({"rsa,,RS256", "rsa,vc+jwt,RS256", "p256,jwt,ES256", "p384,jwt,ES384"})
  void a_badge_is_signed_as_a_token_baked_and_verified(String type, String suite, String algorithm)
      throws IOException {
    String did = key(type);
    String signed = signed(did, suite);
    String svg = Terminal.shared("standards/own/baked/unbaked.svg");
    String baked = folder.resolve("baked.svg").toString();
    assertThat(terminal.run("bake", signed, svg, "-o", baked)).isZero();
    assertThat(terminal.run("verify", "--trust", did, baked)).as(terminal.out()).isZero();
    assertThat(terminal.out()).contains(algorithm + " holds");
    assertThat(terminal.run("inspect", baked)).isZero();
    assertThat(terminal.out()).contains("\"alg\":\"" + algorithm + "\"").contains(did);
  }

  @Test
  void a_badge_is_shown_in_part() throws IOException {
    String did = key("p256");
    String signed = signed(did, "ecdsa-sd-2023");
    assertThat(terminal.run("verify", "--trust", did, signed)).isEqualTo(1);
    assertThat(terminal.run("derive", "--show", "/credentialSubject/achievement/name", signed))
        .isZero();
    Path derived = folder.resolve("derived.json");
    Files.writeString(derived, terminal.out());
    assertThat(((JsonObject) Json.parse(terminal.out())).get("name")).isNull();
    assertThat(terminal.run("verify", "--trust", did, derived.toString()))
        .as(terminal.out())
        .isZero();
  }

  @Test
  void a_token_is_baked_by_what_is_in_it() {
    String token = Terminal.shared("standards/own/ob30-signed/minimal.RS256.jwt");
    String svg = Terminal.shared("standards/own/baked/unbaked.svg");
    String baked = folder.resolve("baked.svg").toString();
    assertThat(terminal.run("bake", token, svg, "-o", baked)).isZero();
    assertThat(terminal.run("inspect", baked)).isZero();
    assertThat(terminal.out()).contains("RS256").contains("OpenBadgeCredential");
    String picture = Terminal.shared("standards/own/baked/unbaked.png");
    assertThat(terminal.run("bake", svg, picture, "-o", baked)).isEqualTo(1);
  }

  @Test
  void what_is_no_credential_is_not_baked() throws IOException {
    key("ed25519");
    String picture = Terminal.shared("standards/own/baked/unbaked.png");
    String baked = folder.resolve("baked.png").toString();
    String key = folder.resolve("key.json").toString();
    assertThat(terminal.run("bake", key, picture, "-o", baked)).isEqualTo(64);
    assertThat(terminal.run("bake", key, picture, "--kind", "OPEN_BADGE_3", "-o", baked))
        .isEqualTo(64);
    assertThat(folder.resolve("baked.png")).doesNotExist();
  }

  @Test
  void what_is_wrong_is_said_in_plain_words() {
    String badge = Terminal.shared("standards/own/ob30-signed/minimal.eddsa-rdfc-2022.json");
    assertThat(terminal.run("verify", "--at", "yesterday", badge)).isEqualTo(64);
    assertThat(terminal.err()).contains("'yesterday' is no date").doesNotContain("java.");
    String nowhere = folder.resolve("none/key.json").toString();
    assertThat(terminal.run("keygen", nowhere)).isEqualTo(64);
    assertThat(terminal.err()).contains("is there such a folder");
  }

  @Test
  void a_presentation_answers_the_challenge_that_was_set() {
    String file = Terminal.shared("standards/own/vp-signed/one-credential.json");
    String[] words = {"verify", "--domain", "verifier.example", "--challenge", "c-123", file};
    assertThat(terminal.run(words)).as(terminal.out()).isEqualTo(3);
    words[4] = "c-124";
    assertThat(terminal.run(words)).isEqualTo(1);
  }

  @Test
  void a_key_is_never_written_over_another_and_is_for_its_owner_only() throws IOException {
    key("ed25519");
    Path file = folder.resolve("key.json");
    assertThat(terminal.run("keygen", file.toString())).isEqualTo(64);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void a_status_list_is_made_signed_and_shown() throws IOException {
    String did = key("ed25519");
    assertThat(
            terminal.run(
                "status",
                "new",
                "--id",
                "https://a.example/1",
                "--issuer",
                did,
                "--set",
                "3,131071"))
        .isZero();
    Path list = folder.resolve("list.json");
    Files.writeString(list, terminal.out());
    assertThat(terminal.run("status", "show", list.toString(), "3", "4")).isZero();
    assertThat(terminal.out()).contains("3 set").contains("4 clear");
    assertThat(terminal.run("status", "show", list.toString(), "131072")).isEqualTo(64);
    assertThat(
            terminal.run("sign", "--key", folder.resolve("key.json").toString(), list.toString()))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0,ok-cycle.nq",
    "0,ok-petersen.nq",
    "1,clique-12.nq",
    "1,bipartite.nq",
    "1,many-cliques.nq",
    "1,credential-clique.json"
  })
  void canonizing_ends_with_1_where_it_takes_too_much_work(int code, String file) {
    assertThat(terminal.run("canonize", Terminal.shared("hostile/rdf-poison/" + file)))
        .isEqualTo(code);
  }

  @Test
  void canonizing_gives_the_statements_of_a_document() {
    String file = Terminal.shared("standards/own/ob30-signed/full.eddsa-rdfc-2022.json");
    assertThat(terminal.run("canonize", file)).isZero();
    assertThat(terminal.out()).startsWith("<").endsWith(" .\n");
  }

  @Test
  void a_picture_without_badge_ends_with_1() {
    assertThat(terminal.run("unbake", Terminal.shared("standards/own/baked/unbaked.png")))
        .isEqualTo(1);
    assertThat(terminal.run("inspect", Terminal.shared("standards/own/baked/unbaked.png")))
        .isEqualTo(1);
    assertThat(terminal.run("unbake", Terminal.shared("hostile/png-baked/no-iend.png")))
        .isEqualTo(1);
    assertThat(terminal.err()).contains("IEND").doesNotContain("Exception");
  }

  static Stream<String> envelopes() {
    return Stream.of(
        "credential_jose,credential-minimal.json",
        "credential_sdjwt,credential-selective.json",
        "credential_cose,credential-full.json",
        "presentation_jose,presentation-single.json",
        "presentation_cose,presentation-multiple.json",
        "presentation_sdjwt,presentation-selective.json");
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void the_suites_program_opens_what_it_made(String featureAndFile) throws IOException {
    String feature = featureAndFile.split(",")[0];
    String input = Terminal.shared("standards/vc-jose-cose-inputs/" + featureAndFile.split(",")[1]);
    key("p384");
    String key = folder.resolve("key.json").toString();
    Path made = folder.resolve("made.json");
    assertThat(
            terminal.run(
                "vc-jose-cose",
                "issue",
                "--input",
                input,
                "--key",
                key,
                "--feature",
                feature,
                "--output",
                made.toString()))
        .as(terminal.err())
        .isZero();
    JsonObject issued = read(made);
    assertThat(issued.string("result")).as("%s", issued).isEqualTo("success");
    Path envelope = write("envelope.txt", issued.string("data") + "");
    Path opened = folder.resolve("opened.json");
    assertThat(
            terminal.run(
                "vc-jose-cose",
                "verify",
                "--input",
                envelope.toString(),
                "--key",
                key,
                "--feature",
                feature,
                "--output",
                opened.toString()))
        .isZero();
    assertThat(read(opened).string("result")).as(feature + read(opened)).isEqualTo("success");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"credentialSubject.firstName\",\"credentialSubject.phoneNumbers[0]\"]",
        "/credentialSubject/firstName,/credentialSubject/phoneNumbers/0"
      })
  void what_may_be_kept_back_is_named_as_the_suite_names_it(String list) {
    String names = "{\"firstName\":\"Ada\",\"phoneNumbers\":[\"1\",\"2\"]}";
    Path input =
        write(
            "credential.json",
            """
            {"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],
             "type":["VerifiableCredential"],
             "issuer":"did:example:i","credentialSubject":%s}
            """
                .formatted(names));
    Path made = folder.resolve("made.json");
    for (String sd : new String[] {list, "[\"credentialSubject.nowhere\"]", "[7]"}) {
      assertThat(
              terminal.run(
                  "vc-jose-cose",
                  "issue",
                  "--input",
                  input.toString(),
                  "--key",
                  Terminal.shared("standards/vc-jose-cose-inputs/vm-p256.json"),
                  "--feature",
                  "credential_sdjwt",
                  "--sd",
                  sd,
                  "--output",
                  made.toString()))
          .isZero();
      String data = read(made).string("data") + "";
      assertThat(read(made).string("result"))
          .as(data)
          .isEqualTo(sd.equals(list) ? "success" : "failure");
      assertThat(data.split("~")).as(data).hasSize(sd.equals(list) ? 3 : 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@context':['V2','EX'],'type':['VerifiableCredential'],'issuer':'did:example:i',"
            + "'credentialSubject':{'id':'did:example:s'},'badExtension':{'huh':'what?'}}",
        "{'@context':['V2'],'type':['VerifiableCredential'],'issuer':'did:example:i',"
            + "'credentialSubject':{'id':'did:example:s'},'unheard':'x'}",
        "{'@context':['V2'],'type':['VerifiablePresentation'],'verifiableCredential':"
            + "[{'@context':'V2','type':'EnvelopedVerifiableCredential','id':'not-a-credential'}]}"
      })
  void the_suites_program_signs_no_unsound_document(String text) {
    String json =
        text.replace('\'', '"')
            .replace("V2", "https://www.w3.org/ns/credentials/v2")
            .replace("EX", "https://www.w3.org/ns/credentials/examples/v2");
    Path made = folder.resolve("made.json");
    assertThat(
            terminal.run(
                "vc-jose-cose",
                "issue",
                "--input",
                write("unsound.json", json).toString(),
                "--key",
                Terminal.shared("standards/vc-jose-cose-inputs/vm-p256.json"),
                "--feature",
                json.contains("Presentation") ? "presentation_jose" : "credential_jose",
                "--output",
                made.toString()))
        .isZero();
    assertThat(read(made).string("result")).isEqualTo("failure");
  }

  @ParameterizedTest
  @CsvSource({
    "success,credential_jose,credential-jose-minimal.txt,p256",
    "failure,credential_jose,credential-jose-minimal.txt,p384",
    "failure,credential_jose,credential-jose-bad-signature.txt,ed25519",
    "failure,credential_jose,credential-jose-bad-media-type.txt,p256",
    "success,credential_cose,credential-cose-minimal.txt,p256",
    "failure,credential_cose,credential-cose-bad-signature.txt,p256",
    "success,credential_sdjwt,credential-sdjwt-selective.txt,p384",
    "failure,credential_sdjwt,credential-sdjwt-bad-signature.txt,p384"
  })
  void the_suites_program_judges_the_suites_inputs(
      String result, String feature, String file, String key) {
    Path output = folder.resolve("output.json");
    assertThat(
            terminal.run(
                "vc-jose-cose",
                "verify",
                "--input",
                Terminal.shared("standards/vc-jose-cose-inputs/" + file),
                "--key",
                Terminal.shared("standards/vc-jose-cose-inputs/vm-" + key + ".json"),
                "--feature",
                feature,
                "--output",
                output.toString()))
        .isZero();
    assertThat(read(output).string("result")).as("%s", read(output)).isEqualTo(result);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonObject read(Path file) {
    return LocalFiles.object(file.toString());
  }

  private String key(String type) throws IOException {
    Path file = folder.resolve("key.json");
    assertThat(terminal.run("keygen", "--type", type, file.toString())).isZero();
    return terminal.out().strip();
  }

  /**
   * @param suite null for the one that the key's kind is for
   */
  private String signed(String did, @Nullable String suite) throws IOException {
    JsonObject badge =
        LocalFiles.object(Terminal.shared("standards/own/ob30-signed/full.eddsa-rdfc-2022.json"))
            .without("proof")
            .with("issuer", org.insignia.openbadges.json.JsonValue.of(did));
    Path unsigned = write("unsigned.json", Json.write(badge));
    List<String> command = new ArrayList<>(List.of("sign", unsigned.toString()));
    command.addAll(List.of("--key", folder.resolve("key.json").toString()));
    if (suite != null) {
      command.addAll(List.of("--suite", suite));
    }
    assertThat(terminal.run(command.toArray(String[]::new))).as(terminal.err()).isZero();
    return write("signed.json", terminal.out()).toString();
  }
}
