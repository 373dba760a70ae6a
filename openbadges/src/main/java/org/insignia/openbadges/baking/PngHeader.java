package org.insignia.openbadges.baking;

import org.insignia.openbadges.json.MalformedCredential;

/** IHDR: refuses pictures that would cost their viewers too much, before any pixel is decoded. */
final class PngHeader {
  private static final int MAX_SIDE = 16_384;
  private static final long MAX_PIXELS = 64_000_000;

  private PngHeader() {}

  static void check(byte[] bytes, PngChunk header) {
    if (header.dataEnd() - header.dataStart() != 13) {
      throw new MalformedCredential("", "PNG header is not 13 bytes");
    }
    int at = header.dataStart();
    long width = PngFile.int32(bytes, at) & 0xffff_ffffL;
    long height = PngFile.int32(bytes, at + 4) & 0xffff_ffffL;
    if (width == 0
        || height == 0
        || width > MAX_SIDE
        || height > MAX_SIDE
        || width * height > MAX_PIXELS) {
      throw new MalformedCredential(
          "", "PNG of %d x %d pixels, at most %d in all".formatted(width, height, MAX_PIXELS));
    }
    int depth = bytes[at + 8];
    int colour = bytes[at + 9];
    if (!allowed(colour, depth)
        || bytes[at + 10] != 0
        || bytes[at + 11] != 0
        || bytes[at + 12] > 1) {
      throw new MalformedCredential(
          "", "PNG header with colour type " + colour + " and bit depth " + depth);
    }
  }

  private static boolean allowed(int colour, int depth) {
    return switch (colour) {
      case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case 2, 4, 6 -> depth == 8 || depth == 16;
      default -> false;
    };
  }
}
