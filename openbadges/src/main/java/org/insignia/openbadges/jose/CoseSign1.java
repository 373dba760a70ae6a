package org.insignia.openbadges.jose;

import java.util.LinkedHashMap;
import java.util.List;
import org.insignia.openbadges.cbor.Cbor;
import org.insignia.openbadges.cbor.CborValue;
import org.insignia.openbadges.cbor.CborValue.CborArray;
import org.insignia.openbadges.cbor.CborValue.CborBytes;
import org.insignia.openbadges.cbor.CborValue.CborMap;
import org.insignia.openbadges.cbor.CborValue.CborTag;
import org.insignia.openbadges.cbor.CborValue.CborText;
import org.insignia.openbadges.jose.SignerKey.Signed;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A COSE_Sign1 with its payload inside.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9052#section-4.2">RFC 9052</a>
 */
record CoseSign1(CborMap protectedHeader, JsonObject payload, Signed signed) {
  private static final int TAG = 18;
  private static final int LARGEST = 4 * 1024 * 1024;

  static CoseSign1 read(Bytes cbor) {
    if (cbor.size() > LARGEST) throw new MalformedCredential("", "COSE over 4 MiB");
    CborValue value = Cbor.read(cbor);
    if (value instanceof CborTag tag && tag.tag() == TAG) value = tag.value();
    if (!(value instanceof CborArray array)
        || array.elements().size() != 4
        || !(array.elements().get(0) instanceof CborBytes header)
        || !(array.elements().get(1) instanceof CborMap unprotectedHeader)
        || !(array.elements().get(2) instanceof CborBytes payload)
        || !(array.elements().get(3) instanceof CborBytes signature)) {
      throw new MalformedCredential("", "not a COSE_Sign1 with its payload inside");
    }
    // What is not protected anybody could have added; credentials put nothing there.
    if (!unprotectedHeader.entries().isEmpty()) {
      throw new MalformedCredential("", "COSE header members outside the signature");
    }
    if (!(Cbor.read(header.value()) instanceof CborMap members)) {
      throw new MalformedCredential("", "COSE header is not a map");
    }
    return new CoseSign1(
        members,
        Json.parseObject(payload.value()),
        new Signed(message(header.value(), payload.value()), signature.value()));
  }

  static Bytes message(Bytes header, Bytes payload) {
    return Cbor.write(
        new CborArray(
            List.of(
                new CborText("Signature1"),
                new CborBytes(header),
                new CborBytes(Bytes.wrap(new byte[0])),
                new CborBytes(payload))));
  }

  static Bytes write(Bytes header, Bytes payload, Bytes signature) {
    var array =
        new CborArray(
            List.of(
                new CborBytes(header),
                new CborMap(new LinkedHashMap<>()),
                new CborBytes(payload),
                new CborBytes(signature)));
    return Cbor.write(new CborTag(TAG, array));
  }
}
