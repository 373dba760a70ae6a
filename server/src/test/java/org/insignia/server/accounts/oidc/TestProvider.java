package org.insignia.server.accounts.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A real OpenID Connect provider on this machine: discovery, keys, codes bound to a challenge, a
 * token endpoint that knows its client. Tests say who is signed in there and what it gets wrong.
 */
final class TestProvider implements AutoCloseable {
  private final HttpServer server;
  private final String issuer;
  private final String clientId;
  private final String clientSecret;
  private final Map<String, Map<String, String>> codes = new HashMap<>();
  private static final ECKey KEY = freshKey();

  /** Who is signed in there. */
  String subject = UUID.randomUUID().toString();

  String email = "nobody@example.org";
  boolean verified = true;

  /** What it gets wrong. */
  UnaryOperator<JWTClaimsSet.Builder> mistake = UnaryOperator.identity();

  String algorithm = "ES256";

  TestProvider(URI issuer, String clientId, String clientSecret) throws IOException {
    this.issuer = issuer.toString();
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), issuer.getPort()), 0);
    server.createContext("/.well-known/openid-configuration", x -> json(x, 200, discovery()));
    server.createContext("/keys", x -> json(x, 200, new JWKSet(KEY.toPublicJWK()).toJSONObject()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  private static ECKey freshKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> discovery() {
    return Map.of(
        "issuer", issuer,
        "authorization_endpoint", issuer + "/authorize",
        "token_endpoint", issuer + "/token",
        "jwks_uri", issuer + "/keys",
        "authorization_response_iss_parameter_supported", true);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = fields(exchange.getRequestURI().getRawQuery());
    var code = UUID.randomUUID().toString();
    codes.put(code, asked);
    var back =
        asked.get("redirect_uri")
            + "?code="
            + code
            + "&state="
            + asked.get("state")
            + "&iss="
            + issuer;
    exchange.getResponseHeaders().add("Location", back);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var asked = codes.remove(form.get("code"));
    boolean known = isOurClient(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!known || asked == null || !fits(asked, form)) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    json(exchange, 200, Map.of("token_type", "Bearer", "id_token", idToken(asked.get("nonce"))));
  }

  /** RFC 6749, section 2.3.1: both parts are encoded as in a form before they are joined. */
  private boolean isOurClient(String authorization) {
    var basic = authorization.substring("Basic ".length());
    var parts = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":");
    return URLDecoder.decode(parts[0], StandardCharsets.UTF_8).equals(clientId)
        && URLDecoder.decode(parts[1], StandardCharsets.UTF_8).equals(clientSecret);
  }

  private boolean fits(Map<String, String> asked, Map<String, String> form) {
    return asked.get("redirect_uri").equals(form.get("redirect_uri"))
        && asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
  }

  private static String challenge(String verifier) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String idToken(String nonce) {
    var now = Instant.now();
    var claims =
        mistake
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .subject(subject)
                    .audience(clientId)
                    .claim("nonce", nonce)
                    .claim("email", email)
                    .claim("email_verified", verified)
                    .claim("name", "Ana Silva")
                    .claim("auth_time", now.getEpochSecond())
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300))))
            .build();
    try {
      return switch (algorithm) {
        case "none" -> new PlainJWT(claims).serialize();
        case "HS256" -> {
          var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
          jwt.sign(new MACSigner(Arrays.copyOf(clientSecret.getBytes(StandardCharsets.UTF_8), 32)));
          yield jwt.serialize();
        }
        default -> {
          var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build();
          var jwt = new SignedJWT(header, claims);
          jwt.sign(new ECDSASigner(algorithm.equals("stranger") ? freshKey() : KEY));
          yield jwt.serialize();
        }
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String text) {
    return Arrays.stream(text.split("&"))
        .map(f -> f.split("=", 2))
        .collect(Collectors.toMap(f -> f[0], f -> URLDecoder.decode(f[1], StandardCharsets.UTF_8)));
  }

  private static void json(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    var bytes = JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
