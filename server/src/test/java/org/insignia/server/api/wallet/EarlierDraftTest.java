package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.wallet.WalletRefusal.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierDraftTest {
  private static final String LDP = "OpenBadgeCredential_ldp_vc";
  private static final String JWT = "OpenBadgeCredential_jwt_vc_json";

  private static JsonObject json(String text) {
    return (JsonObject) Json.parse(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format':'ldp_vc','credential_definition':{'@context':['a'],'type':['VerifiableCredential','OpenBadgeCredential']}} | "
            + LDP,
        "{'format':'jwt_vc_json','credential_definition':{'type':['OpenBadgeCredential']}} | "
            + JWT,
        "{'format':'jwt_vc_json','types':['VerifiableCredential','OpenBadgeCredential']} | " + JWT,
        "{'format':'jwt_vc_json','type':'AchievementCredential'} | " + JWT,
        "{'format':'ldp_vc'} | " + LDP,
        "{'credential_identifier':'" + JWT + "'} | " + JWT,
        "{'credential_configuration_id':'" + LDP + "','format':'jwt_vc_json'} | " + LDP
      })
  void finds_the_configuration_that_is_meant(String request, String configuration) {
    assertThat(EarlierDraft.translated(json(request)).string("credential_configuration_id"))
        .isEqualTo(configuration);
  }

  @Test
  void one_proof_is_a_list_of_one() {
    var asked = EarlierDraft.translated(json("{'proof':{'proof_type':'jwt','jwt':'a.b.c'}}"));
    assertThat(Json.write(asked.object("proofs"))).isEqualTo("{\"jwt\":[\"a.b.c\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'proof':{'proof_type':'cwt','cwt':'a'}}",
        "{'proof':'a.b.c'}",
        "{'proof':{'proof_type':'jwt','jwt':['a.b.c']}}",
        "{'proof':{'proof_type':'jwt','jwt':'a.b.c'},'proofs':{'jwt':['d.e.f']}}",
        "{'credential_identifier':'OpenBadgeCredential_ldp_vc:1'}",
        "{'format':7}"
      })
  void what_is_of_no_draft_stays_as_it_is(String request) {
    assertThat(EarlierDraft.translated(json(request))).isEqualTo(json(request));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format':'mso_mdoc','doctype':'x'} | UNSUPPORTED_CREDENTIAL_FORMAT",
        "{'format':'jwt_vc_json','types':['UniversityDegree']} | UNSUPPORTED_CREDENTIAL_TYPE",
        "{'format':'ldp_vc','credential_definition':{'type':[7]}} | UNSUPPORTED_CREDENTIAL_TYPE"
      })
  void says_what_there_is_not(String request, Code code) {
    assertThatThrownBy(() -> EarlierDraft.translated(json(request)))
        .asInstanceOf(type(WalletRefusal.class))
        .extracting(WalletRefusal::code)
        .isEqualTo(code);
  }

  @Test
  void answers_in_the_words_of_the_request() {
    var answer =
        json("{'credentials':[{'credential':'one'},{'credential':'two'}],'notification_id':'n'}");
    Map<String, Object> nonce = Map.of("c_nonce", "x");
    var proof = "'proof':{'proof_type':'jwt','jwt':'a.b.c'}";
    for (var request :
        List.of(
            "{'credential_configuration_id':'" + LDP + "'," + proof + "}",
            "{'proofs':{'jwt':['a']}}")) {
      assertThat(EarlierDraft.of(json(request)).answer(answer, nonce)).isEqualTo(answer);
    }
    assertThat(EarlierDraft.of(json("{'format':'ldp_vc'," + proof + "}")).answer(answer, nonce))
        .isEqualTo(json("{'credential':'one','notification_id':'n','c_nonce':'x'}"));
    assertThat(
            EarlierDraft.of(json("{'credential_identifier':'i'," + proof + "}"))
                .answer(answer, nonce))
        .isEqualTo(
            answer.with("credential", JsonValue.of("one")).with("c_nonce", JsonValue.of("x")));
    assertThat(
            EarlierDraft.of(json("{'format':'ldp_vc','proofs':{'jwt':['a','b']}}"))
                .answer(answer, nonce))
        .isEqualTo(json("{'credentials':['one','two'],'notification_id':'n','c_nonce':'x'}"));
  }
}
