package org.insignia.server.api.oauth.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.api.oauth.RedirectAddress;
import org.insignia.server.api.oauth.consent.PersonScope;
import tools.jackson.databind.JsonNode;

/**
 * What a program says of itself, checked (RFC 7591 #section-2; Open Badges 3.0
 * #dynamic-client-registration). Members that we do not know are left out of the answer.
 *
 * @param said its members as they are answered
 */
record Registration(
    String name,
    boolean isPublic,
    Set<String> scopes,
    List<String> redirectUris,
    Map<String, Object> said) {
  private static final int LONGEST = 500;
  private static final int MOST = 20;
  private static final List<String> ADDRESSES =
      List.of("client_uri", "logo_uri", "tos_uri", "policy_uri");
  private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");

  Registration {
    scopes = Set.copyOf(scopes);
    redirectUris = List.copyOf(redirectUris);
  }

  /**
   * @throws OAuthRefusal {@code invalid_redirect_uri} or {@code invalid_client_metadata}
   */
  static Registration read(JsonNode json) {
    if (!json.isObject()) {
      throw wrong("the body is no JSON object");
    }
    var method = text(json, "token_endpoint_auth_method", "client_secret_basic");
    if (!Set.of("client_secret_basic", "client_secret_post", "none").contains(method)) {
      throw wrong("token_endpoint_auth_method is client_secret_basic, client_secret_post or none");
    }
    boolean isPublic = method.equals("none");
    var redirects = redirects(json, isPublic);
    var said = new LinkedHashMap<String, Object>();
    var name = name(json, redirects.getFirst());
    said.put("client_name", name);
    addresses(json, redirects, said);
    for (var member : List.of("software_id", "software_version")) {
      // a version may come as a number, as Moodle's does
      var value =
          json.path(member).isNumber() ? json.path(member).asString() : text(json, member, "");
      if (!value.isEmpty()) {
        said.put(member, value);
      }
    }
    var contacts = texts(json, "contacts");
    if (!contacts.isEmpty()) {
      said.put("contacts", contacts);
    }
    said.put("redirect_uris", redirects);
    said.put("token_endpoint_auth_method", method);
    said.put("grant_types", among(json, "grant_types", List.of("authorization_code"), GRANTS));
    said.put("response_types", among(json, "response_types", List.of("code"), Set.of("code")));
    var scopes = scopes(json);
    said.put("scope", String.join(" ", scopes));
    return new Registration(name, isPublic, scopes, redirects, said);
  }

  private static List<String> redirects(JsonNode json, boolean isPublic) {
    var redirects = texts(json, "redirect_uris");
    if (redirects.isEmpty() || redirects.size() > MOST) {
      throw new OAuthRefusal("invalid_redirect_uri", "redirect_uris has 1 to " + MOST);
    }
    for (var redirect : redirects) {
      RedirectAddress.objection(redirect, isPublic)
          .ifPresent(objection -> {
            throw new OAuthRefusal("invalid_redirect_uri", objection);
          });
    }
    return redirects;
  }

  /** Who gives no name is called by its host. */
  private static String name(JsonNode json, String redirect) {
    var name = text(json, "client_name", RedirectAddress.host(redirect)).strip();
    if (name.isEmpty() || name.length() > 100 || name.codePoints().anyMatch(Registration::hides)) {
      throw wrong("client_name is 1 to 100 visible characters");
    }
    return name;
  }

  /** What is not seen, or turns the words around it. */
  private static boolean hides(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /**
   * All https and on one host, that of the redirect addresses where they have one (Open Badges
   * 3.0).
   */
  private static void addresses(JsonNode json, List<String> redirects, Map<String, Object> said) {
    var hosts = new TreeSet<String>();
    redirects.stream()
        .filter(r -> !RedirectAddress.isOnDevice(r))
        .map(RedirectAddress::host)
        .forEach(hosts::add);
    for (var member : ADDRESSES) {
      var address = text(json, member, "");
      if (!address.isEmpty()) {
        if (!isOnDevice(address)) {
          hosts.add(host(member, address));
        }
        said.put(member, address);
      }
    }
    if (hosts.size() > 1) {
      throw wrong("all addresses are on one host; here are " + String.join(", ", hosts));
    }
  }

  /** A program that is being written, and is tried out where it is written. */
  private static boolean isOnDevice(String address) {
    return address.startsWith("http:") && RedirectAddress.isOnDevice(address);
  }

  private static String host(String member, String address) {
    try {
      var uri = new URI(address);
      if ("https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null) {
        return RedirectAddress.host(address);
      }
    } catch (URISyntaxException e) {
      // said below, as for any other text that is no address
    }
    throw wrong(member + " is no https address");
  }

  private static Set<String> scopes(JsonNode json) {
    var wanted = new LinkedHashSet<String>();
    Stream.of(text(json, "scope", "").split(" ")).filter(w -> !w.isEmpty()).forEach(wanted::add);
    if (wanted.isEmpty()) {
      Stream.of(PersonScope.values()).map(PersonScope::word).forEach(wanted::add);
    }
    wanted.removeIf(word -> PersonScope.of(word).isEmpty());
    if (wanted.isEmpty()) {
      throw wrong("none of these scopes is known here; scopes_supported of the metadata has them");
    }
    return wanted;
  }

  private static List<String> among(
      JsonNode json, String member, List<String> usual, Set<String> known) {
    var values = texts(json, member);
    if (!known.containsAll(values)) {
      throw wrong(member + " knows " + String.join(", ", new TreeSet<>(known)));
    }
    return values.isEmpty() ? usual : values;
  }

  private static String text(JsonNode json, String member, String otherwise) {
    var value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isString()
        || value.asString().length() > LONGEST * 4
        || value.asString().chars().anyMatch(Character::isISOControl)) {
      throw wrong(member + " is no text of moderate length");
    }
    return value.asString();
  }

  private static List<String> texts(JsonNode json, String member) {
    var value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray() || value.size() > MOST) {
      throw wrong(member + " is no list of at most " + MOST);
    }
    var texts = new ArrayList<String>();
    for (var item : value) {
      if (!item.isString()
          || item.asString().length() > LONGEST
          || item.asString().chars().anyMatch(Character::isISOControl)) {
        throw wrong(member + " holds something that is no text of at most " + LONGEST);
      }
      texts.add(item.asString());
    }
    return texts;
  }

  private static OAuthRefusal wrong(String description) {
    return new OAuthRefusal("invalid_client_metadata", description);
  }
}
