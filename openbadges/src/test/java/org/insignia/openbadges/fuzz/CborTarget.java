package org.insignia.openbadges.fuzz;

import java.util.List;
import org.insignia.openbadges.cbor.Cbor;
import org.insignia.openbadges.jose.Envelope;
import org.insignia.openbadges.jose.EnvelopeCheck;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.ProofResult;

/**
 * CBOR and COSE: what is read is written back byte for byte, and nothing is taken for signed except
 * what was.
 */
final class CborTarget implements FuzzTarget {
  private static final EnvelopeCheck CHECK = EnvelopeCheck.at(SignedSeeds.NOW, new OfflineKeys());

  private final Bytes cose = SignedSeeds.cose();
  private final Signed signed = new Signed();

  CborTarget() {
    signed.add(CHECK.cose(cose).document());
  }

  @Override
  public boolean judge(Bytes input) {
    try {
      Property.same(input, Cbor.write(Cbor.read(input)), "a second spelling was read");
    } catch (MalformedCredential e) {
      return false;
    }
    try {
      Envelope envelope = CHECK.cose(input);
      if (envelope.proof() instanceof ProofResult.Valid) {
        Property.holds(signed.contains(envelope.document()), "a forged envelope holds");
      }
    } catch (MalformedCredential e) {
      // CBOR that is no COSE.
    }
    return true;
  }

  @Override
  public List<Bytes> seeds() {
    return List.of(
        cose,
        Bytes.of(
            new byte[] {
              (byte) 0xd2,
              (byte) 0x84,
              0x43,
              (byte) 0xa1,
              1,
              0x27,
              (byte) 0xa0,
              0x42,
              0x7b,
              0x7d,
              0x41,
              0
            }),
        Bytes.of(
            new byte[] {(byte) 0xa2, 1, 0x61, 0x61, 0x20, (byte) 0x82, (byte) 0xf5, (byte) 0xf6}));
  }
}
