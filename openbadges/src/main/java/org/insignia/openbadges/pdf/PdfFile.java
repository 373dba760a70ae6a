package org.insignia.openbadges.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.pdf.CrossReferences.Entry;
import org.jspecify.annotations.Nullable;

/** The objects of a PDF by their numbers, as its newest version has them. */
final class PdfFile {
  private static final int DEEPEST = 12;
  private static final int MOST_IN_A_STREAM = 20_000;

  private final byte[] bytes;
  private final Effort effort = new Effort();
  private final PdfStreams streams;
  private final CrossReferences references;
  private final Map<Integer, byte[]> objectStreams = new HashMap<>();
  private int depth;

  private PdfFile(byte[] bytes, CrossReferences references) {
    this.bytes = bytes;
    this.references = references;
    this.streams = new PdfStreams(bytes, effort);
  }

  /**
   * @throws MalformedCredential where it cannot be read, or is encrypted
   */
  static PdfFile open(byte[] bytes) {
    PdfFile file = asWritten(bytes);
    if (file == null) {
      file = repaired(bytes);
    }
    if (file.references.encrypted()) {
      throw new MalformedCredential(
          "", "an encrypted PDF: save it without a password, or take the badge out of it");
    }
    return file;
  }

  private static @Nullable PdfFile asWritten(byte[] bytes) {
    try {
      var references = new CrossReferences(bytes, new Effort());
      references.load();
      var file = new PdfFile(bytes, references);
      return references.encrypted() || file.dictionary(references.root()).is("Type", "Catalog")
          ? file
          : null;
    } catch (MalformedCredential e) {
      return null; // as other readers do, look for the objects themselves
    }
  }

  /** Finds the objects of a file whose cross references are missing or wrong; the last counts. */
  private static PdfFile repaired(byte[] bytes) {
    var effort = new Effort();
    var offsets = new HashMap<Integer, Integer>();
    for (int at = 0; at + 3 < bytes.length; at++) {
      effort.spend(1);
      if (bytes[at] == 'o' && bytes[at + 1] == 'b' && bytes[at + 2] == 'j') {
        int begin = objectStart(bytes, at);
        if (begin >= 0) {
          offsets.put(new PdfParser(bytes, begin, effort).whole(), begin);
        }
      }
    }
    var references = new CrossReferences(bytes, effort);
    offsets.forEach((number, offset) -> references.put(number, new Entry.At(offset)));
    var file = new PdfFile(bytes, references);
    for (int number : List.copyOf(references.numbers())) {
      file.adopt(number);
    }
    if (references.root() == null && !references.encrypted()) {
      throw PdfParser.broken("no catalog");
    }
    return file;
  }

  /** Takes from a found object what a trailer or a table would have said. */
  private void adopt(int number) {
    PdfValue value = object(number);
    PdfValue.Dictionary dictionary =
        switch (value) {
          case PdfValue.Dictionary d -> d;
          case PdfValue.Stream s -> s.dictionary();
          case null, default -> PdfValue.Dictionary.EMPTY;
        };
    if (dictionary.is("Type", "Catalog")) {
      references.trailer(new PdfValue.Dictionary(Map.of("Root", new PdfValue.Reference(number))));
    } else if (dictionary.is("Type", "XRef")) {
      references.trailer(dictionary);
    } else if (dictionary.is("Type", "ObjStm")) {
      var parser = new PdfParser(unpacked(number), 0, effort);
      int count = count(dictionary);
      for (int i = 0; i < count; i++) {
        int inside = parser.whole();
        parser.whole();
        references.put(inside, new Entry.Inside(number, i));
        if (dictionary(new PdfValue.Reference(inside)).is("Type", "Catalog")) {
          references.trailer(
              new PdfValue.Dictionary(Map.of("Root", new PdfValue.Reference(inside))));
        }
      }
    }
  }

  /** Where the "12 0 " before this "obj" begins; negative where there is none. */
  private static int objectStart(byte[] bytes, int obj) {
    int at = obj;
    for (int part = 0; part < 2; part++) {
      int behind = at;
      while (at > 0 && PdfParser.isSpace(bytes[at - 1]) && behind - at < 8) {
        at--;
      }
      int digits = at;
      while (at > 0 && bytes[at - 1] >= '0' && bytes[at - 1] <= '9' && digits - at < 10) {
        at--;
      }
      if (at == digits || digits == behind) {
        return -1;
      }
    }
    return at;
  }

  PdfValue.Dictionary catalog() {
    return dictionary(references.root());
  }

  /** The value itself, or what it refers to; null where that is nowhere. */
  @Nullable PdfValue resolved(@Nullable PdfValue value) {
    return value instanceof PdfValue.Reference reference ? object(reference.number()) : value;
  }

  /** A dictionary, its own or that of a stream; an empty one for everything else. */
  PdfValue.Dictionary dictionary(@Nullable PdfValue value) {
    return switch (resolved(value)) {
      case PdfValue.Dictionary dictionary -> dictionary;
      case PdfValue.Stream stream -> stream.dictionary();
      case null, default -> PdfValue.Dictionary.EMPTY;
    };
  }

  List<PdfValue> elements(@Nullable PdfValue value) {
    return resolved(value) instanceof PdfValue.Elements elements ? elements.values() : List.of();
  }

  /** What a stream holds. */
  byte[] content(PdfValue.Stream stream) {
    PdfValue length = resolved(stream.dictionary().get("Length"));
    return streams.content(
        stream,
        length instanceof PdfValue.Whole number && number.value() <= bytes.length
            ? (int) number.value()
            : null);
  }

  private @Nullable PdfValue object(int number) {
    if (++depth > DEEPEST) {
      throw PdfParser.broken("references that go round in circles");
    }
    try {
      return switch (references.entry(number)) {
        case Entry.At at -> new PdfParser(bytes, at.offset(), effort).object(number);
        case Entry.Inside inside -> packed(inside, number);
        case Entry.Free free -> null;
        case null -> null;
      };
    } finally {
      depth--;
    }
  }

  private @Nullable PdfValue packed(Entry.Inside inside, int number) {
    PdfValue.Dictionary dictionary = dictionary(new PdfValue.Reference(inside.stream()));
    byte[] content = unpacked(inside.stream());
    var table = new PdfParser(content, 0, effort);
    int count = count(dictionary);
    for (int i = 0; i < count; i++) {
      int own = table.whole();
      int offset = table.whole();
      if (own == number && i == inside.index()) {
        int first = first(dictionary);
        return new PdfParser(content, first + offset, effort).value();
      }
    }
    return null;
  }

  private byte[] unpacked(int number) {
    byte[] known = objectStreams.get(number);
    if (known != null) {
      return known;
    }
    if (references.entry(number) instanceof Entry.At
        && object(number) instanceof PdfValue.Stream stream
        && stream.dictionary().is("Type", "ObjStm")) {
      byte[] content = content(stream);
      objectStreams.put(number, content);
      return content;
    }
    throw PdfParser.broken("no object stream where one must be");
  }

  private int count(PdfValue.Dictionary objectStream) {
    int count = small(objectStream.get("N"));
    if (count > MOST_IN_A_STREAM) {
      throw PdfParser.broken("an object stream of " + count);
    }
    return count;
  }

  private int first(PdfValue.Dictionary objectStream) {
    return small(objectStream.get("First"));
  }

  private int small(@Nullable PdfValue value) {
    if (resolved(value) instanceof PdfValue.Whole number
        && number.value() >= 0
        && number.value() < 1 << 24) {
      return (int) number.value();
    }
    throw PdfParser.broken("an object stream without its table");
  }
}
