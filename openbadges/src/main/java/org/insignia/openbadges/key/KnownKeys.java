package org.insignia.openbadges.key;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keys that were learnt beforehand, such as a registry of issuers; for others it asks on. */
public final class KnownKeys implements KeyResolver {
  private final Map<String, VerificationKey> byId;
  private final KeyResolver others;

  /**
   * @param others asked for every key that is not among these
   */
  public KnownKeys(List<VerificationKey> keys, KeyResolver others) {
    this.byId = keys.stream().collect(Collectors.toMap(VerificationKey::id, Function.identity()));
    this.others = others;
  }

  @Override
  public Resolution resolve(String verificationMethod) {
    VerificationKey known = byId.get(verificationMethod);
    return known == null ? others.resolve(verificationMethod) : new Resolution.Found(known);
  }

  @Override
  public Resolution publishedBy(String controller, PublicKey key) {
    List<VerificationKey> own =
        byId.values().stream().filter(k -> k.controller().equals(controller)).toList();
    if (own.isEmpty()) return others.publishedBy(controller, key);
    return own.stream()
        .filter(k -> k.key().equals(key))
        .findFirst()
        .<Resolution>map(Resolution.Found::new)
        .orElseGet(() -> new Resolution.NotFound("none of the keys known of this controller"));
  }
}
