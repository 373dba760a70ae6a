package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Networks;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.springframework.stereotype.Component;

/** An earner with a badge, and what a wallet does by hand. */
@Component
final class WalletScene {
  static final String PASSWORD = "violet otter lantern";
  private static final Pattern LINK =
      Pattern.compile("href=\"(openid-credential-offer://[^\"]+)\"");
  private static final Pattern PIN = Pattern.compile("<strong>(\\d{6})</strong>");

  private final TestBadges badges;
  private final Accounts accounts;
  private final Claims claims;
  private final Settings settings;
  private final HttpClient http = HttpClient.newHttpClient();

  WalletScene(TestBadges badges, Accounts accounts, Claims claims, Settings settings) {
    this.badges = badges;
    this.accounts = accounts;
    this.claims = claims;
    this.settings = settings;
  }

  /** Somebody who accepted a badge. */
  record Earner(PersonId person, EmailAddress address, CredentialId badge, Web web) {
    String page() {
      return "/badges/" + badge.value() + "/wallet";
    }
  }

  Earner earner() {
    return earner(badges.academy());
  }

  Earner earner(Organisation academy) {
    var address = EmailAddress.of("w" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Ana Núñez", address, PASSWORD, Language.EN);
    var badge = another(academy, person, address);
    return new Earner(person, address, badge, Web.signedIn(settings, address.value(), PASSWORD));
  }

  CredentialId another(Organisation academy, PersonId person, EmailAddress address) {
    var badge = badges.issue(academy, address, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    claims.accept(person, badge, Claim.Visibility.PRIVATE);
    return badge;
  }

  /** The links and the digits on the page after the button was pressed. */
  record Shown(String link, String asking, String pin) {}

  Shown offer(Earner earner, String... fields) {
    var answer = earner.web().post(earner.page(), fields);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Web.header(answer, "Cache-Control")).contains("no-store");
    var link = LINK.matcher(answer.body());
    assertThat(link.find()).as(answer.body()).isTrue();
    var first = link.group(1).replace("&amp;", "&");
    assertThat(link.find()).as(answer.body()).isTrue();
    var asking = link.group(1).replace("&amp;", "&");
    var pin = PIN.matcher(answer.body());
    return new Shown(first, asking, pin.find() ? pin.group(1) : "");
  }

  /** The offer as a wallet reads it. */
  JsonObject read(Shown shown) {
    var answer = get(uri(shown));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return object(answer);
  }

  /** What a wallet says that asks the owner of this offer. */
  String state(Shown shown) {
    var grants = object(get(uri(shown.asking()))).object("grants");
    assertThat(grants.members().keySet()).containsExactly("authorization_code");
    return String.valueOf(grants.object("authorization_code").string("issuer_state"));
  }

  static URI uri(Shown shown) {
    return uri(shown.link());
  }

  private static URI uri(String link) {
    var encoded = link.substring(link.indexOf('=') + 1);
    return URI.create(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
  }

  String code(Shown shown) {
    return String.valueOf(
        read(shown).object("grants").object(WalletOffers.GRANT).string("pre-authorized_code"));
  }

  /** Asks for a token; names and values take turns. */
  HttpResponse<String> token(String code, String... more) {
    var body =
        new StringBuilder("grant_type=" + Web.encoded(WalletOffers.GRANT))
            .append("&pre-authorized_code=" + Web.encoded(code));
    for (int i = 0; i < more.length; i += 2) {
      body.append('&').append(more[i]).append('=').append(Web.encoded(more[i + 1]));
    }
    return send(
        request(settings.url("/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  String nonce() {
    var answer = send(request(settings.url("/openid4vci/nonce")).POST(BodyPublishers.noBody()));
    assertThat(Web.header(answer, "Cache-Control")).contains("no-store");
    return String.valueOf(object(answer).string("c_nonce"));
  }

  HttpResponse<String> post(String path, String token, String json) {
    return send(
        request(settings.url(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> get(URI uri) {
    return send(request(uri));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header(Networks.HEADER, Networks.fresh());
  }

  static JsonObject object(HttpResponse<String> answer) {
    return (JsonObject) Json.parse(answer.body());
  }

  static String error(HttpResponse<String> answer) {
    return String.valueOf(object(answer).string("error"));
  }
}
