package org.insignia.openbadges.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.RevocationList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;

/** Status lists: the bits that were packed come out, and nothing is said of bits beyond them. */
final class StatusListTarget implements FuzzTarget {
  private static final int MOST_BITS = 2_048;

  @Override
  public boolean judge(Bytes input) {
    bits(input);
    return packed(input) | document(input);
  }

  /** The input as the bits of a list. */
  private static void bits(Bytes bits) {
    if (bits.size() > MOST_BITS / 8) return;
    var list = BitstringStatusList.decode(Multibase.base64url(gzip(bits)), "");
    Property.same(bits.size() * 8, list.size(), "bits were lost");
    for (int i = 0; i < list.size(); i++) {
      boolean set = (bits.view()[i / 8] >> (7 - i % 8) & 1) == 1;
      Property.holds(list.isSet(i) == set, "bit " + i + " turned over");
    }
    for (int size : new int[] {1, 7, 32}) {
      beyond(list, list.size() / size, size);
      beyond(list, Long.MAX_VALUE / size, size);
      beyond(list, -1, size);
    }
    Property.same(
        list.encode(), BitstringStatusList.decode(list.encode(), "").encode(), "packed twice");
  }

  private static void beyond(BitstringStatusList list, long index, int size) {
    try {
      list.value(index, size);
    } catch (IndexOutOfBoundsException e) {
      return;
    }
    throw new AssertionError("entry " + index + " of " + size + " bits in " + list.size());
  }

  /** The input as a packed list; the JDK must unpack the same. */
  private static boolean packed(Bytes input) {
    BitstringStatusList list;
    try {
      list = BitstringStatusList.decode(Multibase.base64url(input), "/encodedList");
    } catch (MalformedCredential e) {
      Property.same("/encodedList", e.pointer(), "an error that points elsewhere");
      return false;
    }
    try (var other = new GZIPInputStream(new ByteArrayInputStream(input.view()))) {
      Property.same(list.size(), other.readAllBytes().length * 8, "unpacked to another size");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** The input as the documents around a list. */
  private static boolean document(Bytes input) {
    JsonObject document;
    try {
      document = Json.parseObject(input);
    } catch (MalformedCredential e) {
      return false;
    }
    return read(document, StatusListTarget::credential)
        | read(document, StatusListTarget::entry)
        | read(document, StatusListTarget::revocations);
  }

  private static boolean read(JsonObject document, Consumer<JsonObject> reader) {
    try {
      reader.accept(document);
      return true;
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static void credential(JsonObject document) {
    StatusListCredential list = StatusListCredential.read(document);
    JsonObject written = list.toJson();
    Property.same(written, StatusListCredential.read(written).toJson(), "written in two ways");
  }

  private static void entry(JsonObject document) {
    StatusEntry entry = StatusEntry.read(document, "");
    Property.same(entry, StatusEntry.read(entry.toJson(), ""), "another entry came back");
  }

  private static void revocations(JsonObject document) {
    RevocationList list = RevocationList.read(document);
    Property.same(list, RevocationList.read(list.toJson()), "another list came back");
  }

  private static Bytes gzip(Bytes plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain.view());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(out.toByteArray());
  }

  @Override
  public List<Bytes> seeds() {
    var list = BitstringStatusList.of(BitstringStatusList.MIN_BITS, IntStream.of(0, 9, 131_071));
    String url = "https://issuer.example/status/1";
    var credential =
        new StatusListCredential(
            url, "did:example:a", Instant.EPOCH, StatusPurpose.REVOCATION, list);
    var revoked = new RevocationList.RevokedCredential("urn:1", true, "error");
    return List.of(
        Multibase.decode(list.encode()),
        gzip(Bytes.of(new byte[] {1, 2, 3})),
        SignedSeeds.text(credential.toJson()),
        SignedSeeds.text(new StatusEntry(url, 9, StatusPurpose.MESSAGE, 2).toJson()),
        SignedSeeds.text(new RevocationList(url, "did:example:a", List.of(revoked)).toJson()));
  }

  @Override
  public List<String> folders() {
    return List.of("hostile/status-list");
  }
}
