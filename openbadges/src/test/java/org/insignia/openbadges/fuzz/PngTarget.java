package org.insignia.openbadges.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** PNG: what is baked comes out, baking again replaces, and nothing else of the picture changes. */
final class PngTarget implements FuzzTarget {
  private static final int SIGNATURE = 8;
  private static final Baked OURS = new Baked(BakedKind.CLR_2, "{\"@context\":[],\"ü\":\"字\"}");

  @Override
  public boolean judge(Bytes input) {
    // A fuzzer does not hit upon a CRC by itself, and behind the CRC is where the reader begins.
    return judgePicture(input) | judgePicture(mended(input));
  }

  private static boolean judgePicture(Bytes picture) {
    if (picture.size() == 0 || (picture.view()[0] & 0xff) != 0x89) {
      return false;
    }
    Optional<Baked> found;
    try {
      found = Baking.unbake(picture);
    } catch (MalformedCredential e) {
      return false;
    }
    Bytes baked = Baking.bakePng(picture, OURS.kind(), OURS.text());
    Property.same(Optional.of(OURS), Baking.unbake(baked), "another badge came out");
    Property.same(baked, Baking.bakePng(baked, OURS.kind(), OURS.text()), "baked twice");
    if (found.isPresent()) {
      Baked theirs = found.get();
      Bytes again = Baking.bakePng(baked, theirs.kind(), theirs.text());
      Property.same(found, Baking.unbake(again), "the badge that was found does not bake");
    } else {
      int grown = baked.size() - picture.size();
      Property.holds(grown > OURS.text().length(), "a chunk of the picture was lost");
    }
    return true;
  }

  /** The same bytes with a sound signature and with the CRC that each chunk should have. */
  private static Bytes mended(Bytes input) {
    byte[] bytes = input.toArray();
    if (bytes.length < SIGNATURE) return input;
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, bytes, 0, 8);
    ByteBuffer png = ByteBuffer.wrap(bytes);
    int at = SIGNATURE;
    while (bytes.length - at >= 12) {
      int length = png.getInt(at);
      if (length < 0 || length > bytes.length - at - 12) break;
      var crc = new CRC32();
      crc.update(bytes, at + 4, length + 4);
      png.putInt(at + 8 + length, (int) crc.getValue());
      at += length + 12;
    }
    return Bytes.wrap(bytes);
  }

  @Override
  public List<Bytes> seeds() {
    Bytes plain = picture("");
    return List.of(
        plain,
        Baking.bakePng(plain, BakedKind.OPEN_BADGE_3, "{\"a\":1}"),
        Baking.bakePng(plain, BakedKind.OPEN_BADGE_1, "https://a.example/1"),
        picture("openbadges\0\1\0\0\0"));
  }

  /** One black dot, and a text chunk that begins so and goes on compressed. */
  private static Bytes picture(String text) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    chunk(out, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});
    if (!text.isEmpty()) {
      var body = new ByteArrayOutputStream();
      body.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
      body.writeBytes(deflated("{\"b\":2}".getBytes(StandardCharsets.UTF_8)));
      chunk(out, "iTXt", body.toByteArray());
    }
    chunk(out, "IDAT", deflated(new byte[2]));
    chunk(out, "IEND", new byte[0]);
    return Bytes.wrap(out.toByteArray());
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
    byte[] named =
        ByteBuffer.allocate(body.length + 4)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(body)
            .array();
    var crc = new CRC32();
    crc.update(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  static byte[] deflated(byte[] plain) {
    var deflater = new Deflater();
    try {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  @Override
  public List<String> folders() {
    return List.of("hostile/png-baked");
  }
}
