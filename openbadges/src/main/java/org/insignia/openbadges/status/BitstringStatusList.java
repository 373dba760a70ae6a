package org.insignia.openbadges.status;

import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;

/**
 * Bits in their order, the leftmost (most significant) of the first byte is number 0; immutable.
 *
 * @see <a
 *     href="https://www.w3.org/TR/2025/REC-vc-bitstring-status-list-20250515/#bitstring-encoding">VC-BSL</a>
 */
public final class BitstringStatusList {
  /** The fewest bits a list may have, so that a single credential cannot be told by its list. */
  public static final int MIN_BITS = 131_072;

  /** The most bits that are read: 8 MiB. */
  public static final int MAX_BITS = 8 * Gzip.MAX_BYTES;

  private final byte[] bits;

  private BitstringStatusList(byte[] bits) {
    this.bits = bits;
  }

  /**
   * A list in which exactly these bits are set.
   *
   * @param bits how many, a multiple of 8 from {@link #MIN_BITS} to {@link #MAX_BITS}
   * @throws IllegalArgumentException for another length or an index outside
   */
  public static BitstringStatusList of(int bits, IntStream set) {
    if (bits < MIN_BITS || bits > MAX_BITS || bits % 8 != 0) {
      throw new IllegalArgumentException("a status list of " + bits + " bits");
    }
    byte[] bytes = new byte[bits / 8];
    for (PrimitiveIterator.OfInt i = set.iterator(); i.hasNext(); ) {
      int index = i.nextInt();
      if (index < 0 || index >= bits) {
        throw new IllegalArgumentException("index " + index + " outside list of " + bits);
      }
      bytes[index >> 3] |= (byte) (0x80 >> (index & 7));
    }
    return new BitstringStatusList(bytes);
  }

  /**
   * Reads an {@code encodedList}. One that is too short is read too: what it says of a set bit
   * counts, what it says of a clear one does not, see {@link #isLongEnough()}.
   *
   * @throws MalformedCredential unless {@code u}, base64url and one whole gzip member of up to
   *     {@link #MAX_BITS}
   */
  public static BitstringStatusList decode(String encodedList, String pointer) {
    if (!encodedList.startsWith("u")) {
      throw new MalformedCredential(pointer, "not base64url with the multibase header u");
    }
    return new BitstringStatusList(Gzip.decompress(Multibase.decode(encodedList).view(), pointer));
  }

  /** The {@code encodedList}: multibase base64url of the compressed bits. */
  public String encode() {
    return Multibase.base64url(Bytes.wrap(Gzip.compress(bits)));
  }

  /** How many bits. */
  public int size() {
    return bits.length * 8;
  }

  /** Whether it has the {@link #MIN_BITS} that the standard wants for the privacy of earners. */
  public boolean isLongEnough() {
    return size() >= MIN_BITS;
  }

  /** Whether the bit is set; {@code index} from 0 to {@link #size()} - 1. */
  public boolean isSet(long index) {
    return value(index, 1) != 0;
  }

  /**
   * The number in an entry of several bits, its leftmost bit the highest.
   *
   * @throws IndexOutOfBoundsException where the list has no such entry
   */
  public long value(long index, int size) {
    if (index < 0 || index >= size() / size) {
      throw new IndexOutOfBoundsException("index " + index + " outside list of " + size() / size);
    }
    long value = 0;
    for (long bit = index * size; bit < (index + 1) * size; bit++) {
      value = value << 1 | bits[(int) (bit >> 3)] >> (7 - (bit & 7)) & 1;
    }
    return value;
  }

  /** The numbers of the bits that are set, ascending. */
  public IntStream set() {
    return IntStream.range(0, size()).filter(this::isSet);
  }
}
