package org.insignia.openbadges.baking;

/**
 * One chunk of a PNG, as a place in the file.
 *
 * @param type four letters
 * @param start offset of the length field
 * @param dataStart offset of the first byte of data
 * @param dataEnd offset behind the last byte of data, where the CRC stands
 */
record PngChunk(String type, int start, int dataStart, int dataEnd) {
  /** Offset behind the CRC. */
  int end() {
    return dataEnd + 4;
  }

  boolean isText() {
    return type.equals("iTXt") || type.equals("tEXt") || type.equals("zTXt");
  }
}
