package org.insignia.openbadges.baking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * The chunks of a PNG whose structure was checked from signature to IEND: lengths, CRCs, order,
 * critical types, dimensions, counts. Nothing is inflated here.
 */
record PngFile(byte[] bytes, List<PngChunk> chunks) {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
  private static final int MAX_CHUNKS = 10_000;
  // Editors write a dozen; a file with hundreds wants to cost its readers something.
  private static final int MAX_TEXT_CHUNKS = 200;

  static PngFile parse(byte[] bytes) {
    if (bytes.length < 8 || !Arrays.equals(bytes, 0, 8, SIGNATURE, 0, 8)) {
      throw new MalformedCredential("", "PNG signature damaged, as by a transfer in text mode");
    }
    var chunks = new ArrayList<PngChunk>();
    int at = 8;
    while (at < bytes.length) {
      PngChunk chunk = chunk(bytes, at);
      chunks.add(chunk);
      at = chunk.end();
      if (chunk.type().equals("IEND")) {
        break;
      }
      if (chunks.size() > MAX_CHUNKS) {
        throw new MalformedCredential("", "PNG with more than " + MAX_CHUNKS + " chunks");
      }
    }
    checkOrder(chunks);
    if (at != bytes.length) {
      throw new MalformedCredential("", (bytes.length - at) + " bytes behind the end of the PNG");
    }
    PngHeader.check(bytes, chunks.getFirst());
    return new PngFile(bytes, List.copyOf(chunks));
  }

  private static PngChunk chunk(byte[] bytes, int at) {
    if (bytes.length - at < 12) {
      throw new MalformedCredential("", "PNG cut at byte " + at);
    }
    long length = int32(bytes, at) & 0xffff_ffffL;
    String type = type(bytes, at + 4);
    if (length > bytes.length - at - 12) {
      throw new MalformedCredential("", "PNG chunk " + type + " of " + length + " bytes is cut");
    }
    var chunk = new PngChunk(type, at, at + 8, at + 8 + (int) length);
    var crc = new CRC32();
    crc.update(bytes, at + 4, (int) length + 4);
    if ((int) crc.getValue() != int32(bytes, chunk.dataEnd())) {
      throw new MalformedCredential("", "PNG chunk " + type + " at byte " + at + ": CRC differs");
    }
    boolean critical = Character.isUpperCase(type.charAt(0));
    if (critical && !CRITICAL.contains(type)) {
      throw new MalformedCredential("", "PNG chunk " + type + " is critical and unknown");
    }
    return chunk;
  }

  private static String type(byte[] bytes, int at) {
    var type = new StringBuilder(4);
    for (int i = at; i < at + 4; i++) {
      int letter = bytes[i];
      if (letter < 'A' || letter > 'z' || letter > 'Z' && letter < 'a') {
        throw new MalformedCredential("", "PNG chunk type at byte " + at + " is not four letters");
      }
      type.append((char) letter);
    }
    return type.toString();
  }

  private static void checkOrder(List<PngChunk> chunks) {
    if (chunks.isEmpty() || !chunks.getFirst().type().equals("IHDR")) {
      throw new MalformedCredential("", "PNG does not start with IHDR");
    }
    if (!chunks.getLast().type().equals("IEND")) {
      throw new MalformedCredential("", "PNG without IEND");
    }
    if (chunks.stream().filter(c -> c.type().equals("IHDR")).count() != 1) {
      throw new MalformedCredential("", "PNG with two IHDR");
    }
    if (chunks.stream().noneMatch(c -> c.type().equals("IDAT"))) {
      throw new MalformedCredential("", "PNG without IDAT");
    }
    long texts = chunks.stream().filter(PngChunk::isText).count();
    if (texts > MAX_TEXT_CHUNKS) {
      throw new MalformedCredential(
          "", "PNG with " + texts + " text chunks, at most " + MAX_TEXT_CHUNKS);
    }
  }

  static int int32(byte[] bytes, int at) {
    return (bytes[at] & 255) << 24
        | (bytes[at + 1] & 255) << 16
        | (bytes[at + 2] & 255) << 8
        | bytes[at + 3] & 255;
  }
}
