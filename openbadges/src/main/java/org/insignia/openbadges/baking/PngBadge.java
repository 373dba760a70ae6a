package org.insignia.openbadges.baking;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.insignia.openbadges.json.MalformedCredential;

/** The badge among the chunks of a PNG. */
final class PngBadge {
  private PngBadge() {}

  static Optional<Baked> unbake(PngFile png) {
    List<PngChunk> badges = badges(png);
    if (badges.size() > 1) {
      throw new MalformedCredential("", "PNG with " + badges.size() + " badges in it");
    }
    return badges.stream().findFirst().map(chunk -> read(png.bytes(), chunk));
  }

  static byte[] bake(PngFile png, Baked badge) {
    List<PngChunk> old = badges(png);
    var out = new ByteArrayOutputStream(png.bytes().length + badge.text().length() + 64);
    out.write(png.bytes(), 0, png.chunks().getFirst().end());
    byte[] chunk = write(badge);
    out.write(chunk, 0, chunk.length);
    for (PngChunk kept : png.chunks().subList(1, png.chunks().size())) {
      if (!old.contains(kept)) {
        out.write(png.bytes(), kept.start(), kept.end() - kept.start());
      }
    }
    return out.toByteArray();
  }

  private static List<PngChunk> badges(PngFile png) {
    return png.chunks().stream().filter(c -> c.isText() && isBadge(png.bytes(), c)).toList();
  }

  private static boolean isBadge(byte[] bytes, PngChunk chunk) {
    String keyword = PngText.keyword(bytes, chunk);
    return Arrays.stream(BakedKind.values()).anyMatch(kind -> kind.keyword().equals(keyword));
  }

  private static Baked read(byte[] bytes, PngChunk chunk) {
    String keyword = PngText.keyword(bytes, chunk);
    String text;
    BakedKind kind;
    if (chunk.type().equals("iTXt")) {
      text = PngText.international(bytes, chunk);
      kind = kind(keyword);
    } else if (chunk.type().equals("tEXt") && keyword.equals("openbadges")) {
      text = PngText.latin(bytes, chunk);
      kind = BakedKind.OPEN_BADGE_1;
    } else {
      throw new MalformedCredential("", "badge in a " + chunk.type() + " chunk, must be iTXt");
    }
    if (text.isBlank()) {
      throw new MalformedCredential("", "the badge in the PNG is empty");
    }
    return new Baked(kind, text);
  }

  private static BakedKind kind(String keyword) {
    return switch (keyword) {
      case "openbadgecredential" -> BakedKind.OPEN_BADGE_3;
      case "clrcredential" -> BakedKind.CLR_2;
      default -> BakedKind.OPEN_BADGE_2;
    };
  }

  private static byte[] write(Baked badge) {
    boolean latin = badge.kind() == BakedKind.OPEN_BADGE_1;
    byte[] head =
        (latin ? "tEXt" : "iTXt")
            .concat(badge.kind().keyword())
            .concat(latin ? "\0" : "\0\0\0\0\0")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] text =
        badge.text().getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    var crc = new CRC32();
    crc.update(head);
    crc.update(text);
    return ByteBuffer.allocate(head.length + text.length + 8)
        .putInt(head.length - 4 + text.length)
        .put(head)
        .put(text)
        .putInt((int) crc.getValue())
        .array();
  }
}
