package org.insignia.openbadges.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.insignia.openbadges.cbor.Cbor;
import org.insignia.openbadges.cbor.CborValue;
import org.insignia.openbadges.cbor.CborValue.CborArray;
import org.insignia.openbadges.cbor.CborValue.CborBytes;
import org.insignia.openbadges.cbor.CborValue.CborInt;
import org.insignia.openbadges.cbor.CborValue.CborMap;
import org.insignia.openbadges.cbor.CborValue.CborTag;
import org.insignia.openbadges.cbor.CborValue.CborText;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.Multikey;
import org.insignia.openbadges.key.PublicKey;

/** The {@code proofValue} of ecdsa-sd-2023: {@code u} and tagged CBOR. */
sealed interface SelectiveValue {
  int BASE = 0x5d00;
  int DERIVED = 0x5d01;

  /** The key, made for this one document, that signed the statements. */
  PublicKey.P256 documentKey();

  Bytes baseSignature();

  /** For the holder: all that is needed to show parts. */
  record Base(
      Bytes baseSignature,
      PublicKey.P256 documentKey,
      Bytes hmacKey,
      List<Bytes> signatures,
      List<String> mandatoryPointers)
      implements SelectiveValue {

    String encode() {
      return text(
          BASE,
          List.of(
              new CborBytes(baseSignature),
              new CborBytes(multikey(documentKey)),
              new CborBytes(hmacKey),
              byteStrings(signatures),
              new CborArray(mandatoryPointers.stream().<CborValue>map(CborText::new).toList())));
    }
  }

  /**
   * For verifiers.
   *
   * @param labels from the number of a canonical label to the bytes of the blind name
   * @param mandatoryIndexes which of the statements shown were mandatory
   */
  record Derived(
      Bytes baseSignature,
      PublicKey.P256 documentKey,
      List<Bytes> signatures,
      SequencedMap<Integer, Bytes> labels,
      List<Integer> mandatoryIndexes)
      implements SelectiveValue {

    String encode() {
      var map = new LinkedHashMap<CborValue, CborValue>();
      new TreeMap<>(labels).forEach((n, name) -> map.put(new CborInt(n), new CborBytes(name)));
      return text(
          DERIVED,
          List.of(
              new CborBytes(baseSignature),
              new CborBytes(multikey(documentKey)),
              byteStrings(signatures),
              new CborMap(map),
              new CborArray(mandatoryIndexes.stream().<CborValue>map(CborInt::new).toList())));
    }
  }

  /**
   * @throws MalformedCredential for anything else
   */
  static SelectiveValue read(Bytes value) {
    if (!(Cbor.read(value) instanceof CborTag tag)
        || !(tag.value() instanceof CborArray array)
        || array.elements().size() != 5) {
      throw malformed("not five parts under a tag");
    }
    List<CborValue> parts = array.elements();
    Bytes signature = bytes(parts.get(0), 64);
    PublicKey.P256 key = key(bytes(parts.get(1), 35));
    if (tag.tag() == BASE) {
      return new Base(
          signature,
          key,
          bytes(parts.get(2), 32),
          signatures(parts.get(3)),
          elements(parts.get(4)).stream().map(SelectiveValue::string).toList());
    }
    if (tag.tag() != DERIVED) throw malformed("tag " + tag.tag());
    return new Derived(
        signature,
        key,
        signatures(parts.get(2)),
        labels(parts.get(3)),
        elements(parts.get(4)).stream().map(SelectiveValue::index).toList());
  }

  private static SequencedMap<Integer, Bytes> labels(CborValue value) {
    if (!(value instanceof CborMap map)) throw malformed("labels");
    var labels = new LinkedHashMap<Integer, Bytes>();
    for (Map.Entry<CborValue, CborValue> entry : map.entries().entrySet()) {
      labels.put(index(entry.getKey()), bytes(entry.getValue(), 32));
    }
    return labels;
  }

  private static List<Bytes> signatures(CborValue value) {
    var signatures = new ArrayList<Bytes>();
    for (CborValue element : elements(value)) signatures.add(bytes(element, 64));
    return signatures;
  }

  private static List<CborValue> elements(CborValue value) {
    if (value instanceof CborArray array) return array.elements();
    throw malformed("not a list");
  }

  private static Bytes bytes(CborValue value, int size) {
    if (value instanceof CborBytes bytes && bytes.value().size() == size) return bytes.value();
    throw malformed("not a byte string of " + size);
  }

  private static String string(CborValue value) {
    if (value instanceof CborText text) return text.value();
    throw malformed("not text");
  }

  private static int index(CborValue value) {
    if (value instanceof CborInt n && n.value() >= 0 && n.value() < 1_000_000) {
      return (int) n.value();
    }
    throw malformed("not an index");
  }

  private static PublicKey.P256 key(Bytes multikey) {
    if (Multikey.decode(Multibase.base58btc(multikey)) instanceof PublicKey.P256 key) return key;
    throw malformed("the key of the document is not P-256");
  }

  /** As it is signed: the bytes of the Multikey. */
  static Bytes multikey(PublicKey key) {
    return Multibase.decode(key.multibase());
  }

  private static CborArray byteStrings(List<Bytes> values) {
    return new CborArray(values.stream().<CborValue>map(CborBytes::new).toList());
  }

  private static String text(int tag, List<CborValue> parts) {
    return Multibase.base64url(Cbor.write(new CborTag(tag, new CborArray(parts))));
  }

  private static MalformedCredential malformed(String detail) {
    return new MalformedCredential("", "proofValue of ecdsa-sd-2023: " + detail);
  }
}
