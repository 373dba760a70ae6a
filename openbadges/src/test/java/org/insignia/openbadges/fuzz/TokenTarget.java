package org.insignia.openbadges.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.jose.Envelope;
import org.insignia.openbadges.jose.EnvelopeCheck;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.ProofResult;

/** JWT and SD-JWT: nothing is taken for signed except what was. */
final class TokenTarget implements FuzzTarget {
  private static final EnvelopeCheck CHECK = EnvelopeCheck.at(SignedSeeds.NOW, new OfflineKeys());

  private final List<String> tokens = SignedSeeds.tokens();
  private final Set<String> signed = new HashSet<>();

  TokenTarget() {
    tokens.forEach(token -> signed.add(signedPart(token)));
    Seeds.shared(folders()).forEach(token -> signed.add(signedPart(token.utf8().strip())));
  }

  @Override
  public boolean judge(Bytes input) {
    String text = input.utf8();
    return judge(text, text.contains("~"));
  }

  private boolean judge(String text, boolean selective) {
    try {
      Envelope envelope = selective ? CHECK.sdJwt(text) : CHECK.jwt(text);
      if (envelope.proof() instanceof ProofResult.Valid) {
        Property.holds(signed.contains(signedPart(text)), "a forged token holds");
        Property.holds(!envelope.document().members().isEmpty(), "nothing was signed");
      }
      return true;
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static String signedPart(String token) {
    int end = token.indexOf('.', token.indexOf('.') + 1);
    return end < 0 ? token : token.substring(0, end);
  }

  @Override
  public List<Bytes> seeds() {
    return tokens.stream().map(Bytes::utf8).toList();
  }

  @Override
  public List<String> folders() {
    return List.of("hostile/vc-jwt");
  }
}
