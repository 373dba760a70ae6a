package org.insignia.openbadges.pdf;

import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/** Takes the content of streams out of a file: plain, or compressed with zlib. */
record PdfStreams(byte[] bytes, Effort effort) {
  private static final byte[] END = {'e', 'n', 'd', 's', 't', 'r', 'e', 'a', 'm'};

  /**
   * @param length what the dictionary says, resolved; null where it says nothing that helps
   * @throws MalformedCredential where it is compressed in another way, damaged or too large
   */
  byte[] content(PdfValue.Stream stream, @Nullable Integer length) {
    List<PdfValue> filters = listed(stream.dictionary().get("Filter"));
    if (filters.isEmpty()) {
      return Arrays.copyOfRange(bytes, stream.from(), end(stream.from(), length));
    }
    boolean zlib =
        filters.size() == 1
            && filters.getFirst() instanceof PdfValue.Name filter
            && (filter.value().equals("FlateDecode") || filter.value().equals("Fl"));
    if (!zlib) {
      throw PdfParser.broken("a stream that is not packed with zlib");
    }
    List<PdfValue> parameters = listed(stream.dictionary().get("DecodeParms"));
    byte[] inflated = inflated(stream.from());
    return parameters.size() == 1 && parameters.getFirst() instanceof PdfValue.Dictionary d
        ? unpredicted(inflated, d)
        : inflated;
  }

  static List<PdfValue> listed(@Nullable PdfValue value) {
    return switch (value) {
      case null -> List.of();
      case PdfValue.Elements elements -> elements.values();
      case PdfValue one -> List.of(one);
    };
  }

  private int end(int from, @Nullable Integer length) {
    if (length != null && length >= 0 && length <= bytes.length - from) {
      int at = from + length;
      while (at < bytes.length && PdfParser.isSpace(bytes[at])) {
        at++;
      }
      if (endsAt(at)) {
        return from + length;
      }
    }
    for (int at = from; at <= bytes.length - END.length; at++) {
      effort.spend(1);
      if (bytes[at] == 'e' && endsAt(at)) {
        return at;
      }
    }
    throw PdfParser.broken("a stream without an end");
  }

  private boolean endsAt(int at) {
    return at + END.length <= bytes.length
        && Arrays.equals(bytes, at, at + END.length, END, 0, END.length);
  }

  private byte[] inflated(int from) {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes, from, bytes.length - from);
      byte[] out = new byte[8_192];
      int size = 0;
      while (!inflater.finished()) {
        if (size == out.length) {
          out = Arrays.copyOf(out, Math.min(size * 2, effort.inflatable() + 1));
        }
        int n = inflater.inflate(out, size, out.length - size);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw PdfParser.broken("a packed stream that is cut");
        }
        size += n;
        if (size > effort.inflatable()) {
          effort.inflate(size);
        }
      }
      effort.inflate(size);
      return Arrays.copyOf(out, size);
    } catch (DataFormatException e) {
      throw PdfParser.broken("a packed stream that is damaged");
    } finally {
      inflater.end();
    }
  }

  /** Undoes the predictors of PNG, which most writers use for their tables (7.4.4.4). */
  private static byte[] unpredicted(byte[] packed, PdfValue.Dictionary parameters) {
    int predictor = whole(parameters, "Predictor", 1);
    if (predictor == 1) {
      return packed;
    }
    int columns = whole(parameters, "Columns", 1);
    int bytesPerPixel =
        Math.max(1, whole(parameters, "Colors", 1) * whole(parameters, "BitsPerComponent", 8) / 8);
    if (predictor < 10 || columns < 1 || columns > 10_000 || bytesPerPixel != 1) {
      throw PdfParser.broken("a stream with a predictor that is not known here");
    }
    int rows = packed.length / (columns + 1);
    byte[] plain = new byte[rows * columns];
    for (int row = 0; row < rows; row++) {
      int from = row * (columns + 1);
      for (int i = 0; i < columns; i++) {
        int left = i == 0 ? 0 : plain[row * columns + i - 1] & 0xff;
        int up = row == 0 ? 0 : plain[(row - 1) * columns + i] & 0xff;
        int corner = i == 0 || row == 0 ? 0 : plain[(row - 1) * columns + i - 1] & 0xff;
        int predicted =
            switch (packed[from]) {
              case 0 -> 0;
              case 1 -> left;
              case 2 -> up;
              case 3 -> (left + up) / 2;
              case 4 -> paeth(left, up, corner);
              default -> throw PdfParser.broken("a row with an unknown predictor");
            };
        plain[row * columns + i] = (byte) (packed[from + 1 + i] + predicted);
      }
    }
    return plain;
  }

  private static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toCorner = Math.abs(estimate - corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }

  private static int whole(PdfValue.Dictionary dictionary, String name, int otherwise) {
    return dictionary.get(name) instanceof PdfValue.Whole number
            && number.value() >= 0
            && number.value() < 1 << 20
        ? (int) number.value()
        : otherwise;
  }
}
