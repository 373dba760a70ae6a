package org.insignia.openbadges.jose;

import java.util.LinkedHashMap;
import java.util.Set;
import org.insignia.openbadges.cbor.CborValue;
import org.insignia.openbadges.cbor.CborValue.CborBytes;
import org.insignia.openbadges.cbor.CborValue.CborInt;
import org.insignia.openbadges.cbor.CborValue.CborMap;
import org.insignia.openbadges.cbor.CborValue.CborText;
import org.insignia.openbadges.jose.MediaType.Wrapping;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.proof.ProofProblem;
import org.jspecify.annotations.Nullable;

/** The protected header of a COSE envelope: algorithm, content type, key and type, nothing else. */
record CoseHeader(JoseAlgorithm algorithm, MediaType type, @Nullable String kid) {
  private static final long ALG = 1;
  private static final long CONTENT_TYPE = 3;
  private static final long KID = 4;
  private static final long TYP = 16;
  private static final Set<CborValue> KNOWN =
      Set.of(new CborInt(ALG), new CborInt(CONTENT_TYPE), new CborInt(KID), new CborInt(TYP));

  static CoseHeader of(CborMap header) {
    if (!KNOWN.containsAll(header.entries().keySet())) {
      throw refused("header member that credentials do not have");
    }
    if (!(header.get(ALG) instanceof CborInt alg)) throw refused("no algorithm");
    JoseAlgorithm algorithm =
        JoseAlgorithm.ofCose(alg.value())
            .orElseThrow(() -> new Refused(ProofProblem.UNKNOWN_SUITE, "algorithm " + alg.value()));
    MediaType type =
        header.get(TYP) instanceof CborText typ
            ? MediaType.of(typ.value(), Wrapping.COSE)
                .orElseThrow(() -> refused("typ is not that of a credential"))
            : untyped(header);
    if (header.get(CONTENT_TYPE) != null
        && !(header.get(CONTENT_TYPE) instanceof CborText content && type.holds(content.value()))) {
      throw refused("content type is not that of a credential");
    }
    return new CoseHeader(algorithm, type, kid(header));
  }

  private static MediaType untyped(CborMap header) {
    if (header.get(TYP) != null || !(header.get(CONTENT_TYPE) instanceof CborText content)) {
      throw refused("neither typ nor content type");
    }
    return MediaType.VP_COSE.holds(content.value()) ? MediaType.VP_COSE : MediaType.VC_COSE;
  }

  private static @Nullable String kid(CborMap header) {
    return switch (header.get(KID)) {
      case null -> null;
      case CborBytes kid when kid.value().size() <= 2_048 -> kid.value().utf8();
      default -> throw refused("kid is not a short byte string");
    };
  }

  /** The header's bytes, with the keys in their order. */
  static CborMap write(JoseAlgorithm algorithm, MediaType type, @Nullable String kid) {
    var members = new LinkedHashMap<CborValue, CborValue>();
    members.put(new CborInt(ALG), new CborInt(algorithm.cose()));
    members.put(new CborInt(CONTENT_TYPE), new CborText(type.content()));
    if (kid != null) members.put(new CborInt(KID), new CborBytes(Bytes.utf8(kid)));
    members.put(new CborInt(TYP), new CborText(type.id()));
    return new CborMap(members);
  }

  private static Refused refused(String detail) {
    return new Refused(ProofProblem.MALFORMED, detail);
  }
}
