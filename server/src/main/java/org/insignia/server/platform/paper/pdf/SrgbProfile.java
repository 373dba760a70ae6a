package org.insignia.server.platform.paper.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, computed here: three
 * primaries, adapted to D50, and one tone curve.
 *
 * @see <a href="https://www.color.org/ICC-1_1998-09.pdf">ICC.1:1998-09</a>
 */
final class SrgbProfile {
  private static final int CURVE = 1024;
  private static final byte[] BYTES = make();

  private SrgbProfile() {}

  static byte[] bytes() {
    return BYTES.clone();
  }

  private static byte[] make() {
    byte[] curve = curve();
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", description("sRGB IEC61966-2.1"));
    tags.put("cprt", ascii("text", "No copyright, use freely\0"));
    tags.put("wtpt", xyz(0.9642, 1.0, 0.8249));
    tags.put("rXYZ", xyz(0.43607, 0.22249, 0.01392));
    tags.put("gXYZ", xyz(0.38515, 0.71687, 0.09708));
    tags.put("bXYZ", xyz(0.14307, 0.06061, 0.71410));
    tags.put("rTRC", curve);
    tags.put("gTRC", curve);
    tags.put("bTRC", curve);
    return assembled(tags);
  }

  private static byte[] assembled(Map<String, byte[]> tags) {
    int begin = 128 + 4 + 12 * tags.size();
    var table = ByteBuffer.allocate(begin);
    var body = new ByteArrayOutputStream();
    table.position(128).putInt(tags.size());
    int shared = 0;
    for (var tag : tags.entrySet()) {
      byte[] value = tag.getValue();
      boolean again = tag.getKey().equals("gTRC") || tag.getKey().equals("bTRC");
      shared = again ? shared : begin + body.size();
      table.put(tag.getKey().getBytes(StandardCharsets.US_ASCII));
      table.putInt(shared).putInt(value.length);
      if (!again) {
        body.writeBytes(value);
        body.writeBytes(new byte[-value.length & 3]);
      }
    }
    header(table, begin + body.size());
    var file = new ByteArrayOutputStream();
    file.writeBytes(table.array());
    file.writeBytes(body.toByteArray());
    return file.toByteArray();
  }

  private static void header(ByteBuffer file, int size) {
    file.putInt(0, size).putInt(8, 0x02100000);
    put(file, 12, "mntrRGB XYZ ");
    for (int i = 0; i < 6; i++) {
      file.putShort(24 + 2 * i, (short) new int[] {2026, 1, 1, 0, 0, 0}[i]);
    }
    put(file, 36, "acsp");
    file.putInt(68, fixed(0.9642)).putInt(72, fixed(1.0)).putInt(76, fixed(0.8249));
  }

  private static void put(ByteBuffer file, int at, String text) {
    file.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  private static byte[] ascii(String type, String text) {
    var value = ByteBuffer.allocate(8 + text.length());
    put(value, 0, type);
    put(value, 8, text);
    return value.array();
  }

  private static byte[] description(String text) {
    var value = ByteBuffer.allocate(12 + text.length() + 1 + 8 + 3 + 67);
    put(value, 0, "desc");
    value.putInt(8, text.length() + 1);
    put(value, 12, text);
    return value.array();
  }

  private static byte[] xyz(double x, double y, double z) {
    var value = ByteBuffer.allocate(20);
    put(value, 0, "XYZ ");
    return value.putInt(8, fixed(x)).putInt(12, fixed(y)).putInt(16, fixed(z)).array();
  }

  private static byte[] curve() {
    var value = ByteBuffer.allocate(12 + 2 * CURVE);
    put(value, 0, "curv");
    value.putInt(8, CURVE);
    for (int i = 0; i < CURVE; i++) {
      double encoded = i / (CURVE - 1.0);
      double linear =
          encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
      value.putShort(12 + 2 * i, (short) Math.round(linear * 65535));
    }
    return value.array();
  }
}
