package org.insignia.server.api.oauth.consent;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.OAuthClient;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads what programs ask for (RFC 6749 #section-4.1.1, RFC 7636). A browser is never sent on by
 * itself for a request that is wrong: whoever registers a program could lead people anywhere
 * (docs/spec-divergences.md).
 */
@Component
final class AuthorizationRequests {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int LONGEST_STATE = 1000;

  private final OAuthClients clients;
  private final List<AuthorizationDetails> details;
  private final String issuer;

  AuthorizationRequests(
      OAuthClients clients, ObjectProvider<AuthorizationDetails> details, Settings settings) {
    this.clients = clients;
    this.details = details.stream().toList();
    this.issuer = settings.baseUrl().toString();
  }

  Reading read(Map<String, String[]> form) {
    TokenRequest asked;
    try {
      asked = TokenRequest.of(form, null);
    } catch (OAuthRefusal refusal) {
      return new Reading.Refused(refusal.error(), refusal.description(), "");
    }
    var client = clients.find(asked.optional("client_id")).filter(c -> c.organisation() == null);
    if (client.isEmpty()) {
      return new Reading.Refused("invalid_client", "there is no client of this client_id", "");
    }
    var redirect = asked.optional("redirect_uri");
    if (!client.get().leadsTo(redirect)) {
      return new Reading.Refused(
          "invalid_request", "redirect_uri is not one that this client registered", "");
    }
    try {
      return new Reading.Sound(sound(client.get(), redirect, asked));
    } catch (OAuthRefusal refusal) {
      return new Reading.Refused(
          refusal.error(), refusal.description(), back(redirect, state(asked), refusal.error()));
    }
  }

  private AuthorizationRequest sound(OAuthClient client, String redirect, TokenRequest asked) {
    if (asked.parameters().containsKey("request")
        || asked.parameters().containsKey("request_uri")) {
      throw new OAuthRefusal("request_not_supported", "send the parameters one by one");
    }
    if (!asked.required("response_type").equals("code")) {
      throw new OAuthRefusal("unsupported_response_type", "response_type is code");
    }
    requireChallenge(client, asked);
    if (asked.optional("state").length() > LONGEST_STATE) {
      throw new OAuthRefusal("invalid_request", "state is longer than " + LONGEST_STATE);
    }
    var more =
        details.stream()
            .flatMap(d -> d.asked(asked).stream())
            .findFirst()
            .orElse(asked.parameters().get("authorization_details"));
    if (more != null && details.stream().noneMatch(d -> d.understands(more))) {
      throw new OAuthRefusal(
          "invalid_authorization_details", "none of these authorization_details can be granted");
    }
    return new AuthorizationRequest(
        client,
        redirect,
        scopes(client, words(client, asked, more)),
        state(asked),
        asked.optional("code_challenge"),
        more);
  }

  /** Whatever is sent of PKCE is looked at, also of those that need not send it. */
  private static void requireChallenge(OAuthClient client, TokenRequest asked) {
    if (PersonScope.isForeign(client)
        && asked.optional("code_challenge").isEmpty()
        && asked.optional("code_challenge_method").isEmpty()) {
      return;
    }
    if (!asked.optional("code_challenge_method").equals("S256")
        || !CHALLENGE.matcher(asked.optional("code_challenge")).matches()) {
      throw new OAuthRefusal(
          "invalid_request", "PKCE is needed: code_challenge with code_challenge_method S256");
    }
  }

  /** What a request without a scope means: what it tells in details, or what old programs do. */
  private Set<String> words(OAuthClient client, TokenRequest asked, @Nullable String more) {
    if (!asked.scopes().isEmpty()) {
      return asked.scopes();
    }
    if (more == null) {
      return PersonScope.isForeign(client) ? client.scopes() : Set.of();
    }
    return details.stream()
        .filter(d -> d.understands(more))
        .map(AuthorizationDetails::scope)
        .collect(Collectors.toSet());
  }

  private static Set<PersonScope> scopes(OAuthClient client, Set<String> words) {
    var scopes = new HashSet<PersonScope>();
    for (var word : words) {
      scopes.add(
          PersonScope.of(word)
              .filter(s -> client.scopes().contains(word))
              .orElseThrow(() ->
                  new OAuthRefusal(
                      "invalid_scope", "a scope is unknown, or this client did not register it")));
    }
    if (scopes.isEmpty()) {
      throw new OAuthRefusal("invalid_scope", "scope is missing; name what the program needs");
    }
    return scopes;
  }

  private static String state(TokenRequest asked) {
    var state = asked.optional("state");
    return state.length() > LONGEST_STATE ? "" : state;
  }

  /** The same request with what this person's yes means. */
  AuthorizationRequest granted(AuthorizationRequest asked, PersonId person) {
    var json = asked.details();
    return json == null
        ? asked
        : new AuthorizationRequest(
            asked.client(),
            asked.redirectUri(),
            asked.scopes(),
            asked.state(),
            asked.challenge(),
            details.stream()
                .filter(d -> d.understands(json))
                .map(d -> d.granted(json, person))
                .findFirst()
                .orElse(json));
  }

  /** What is meant by the details, each in words. */
  List<AuthorizationDetails> details() {
    return details;
  }

  /** Where the browser carries a refusal. */
  String back(String redirect, String state, String error) {
    return answer(redirect, state, Map.of("error", error));
  }

  /** Where the browser carries an answer; {@code iss} says from whom it is (RFC 9207). */
  String answer(String redirect, String state, Map<String, String> parameters) {
    var all = new LinkedHashMap<>(new TreeMap<>(parameters)); // alike each time
    all.put("state", state);
    all.put("iss", issuer);
    return AuthorizationRequest.address(redirect, all);
  }
}
