package org.insignia.openbadges.pdf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.pdf.PdfSignature.State;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of a PDF (ISO 32000-2, 12.8): whether each holds, and over what. Only a signature
 * over every byte of the file but its own counts as good, so that nothing that was added later,
 * moved or left out of it can be taken for signed.
 */
public final class PdfSignatures {
  private static final int MOST = 5;
  private static final int MOST_FIELDS = 5_000;
  private static final int LARGEST = 512 * 1024;
  private static final Set<String> KNOWN_FORMS =
      Set.of("ETSI.CAdES.detached", "adbe.pkcs7.detached");

  private final byte[] bytes;
  private final PdfFile file;

  private PdfSignatures(byte[] bytes) {
    this.bytes = bytes;
    this.file = PdfFile.open(bytes);
  }

  /**
   * In the order of the form's fields; empty where it bears none.
   *
   * @throws MalformedCredential where the PDF cannot be read, is encrypted, takes too much work, or
   *     has more than 5 signatures
   */
  public static List<PdfSignature> of(Bytes pdf) {
    var signatures = new PdfSignatures(pdf.view());
    var found = new ArrayList<PdfSignature>();
    for (PdfValue.Dictionary value : signatures.dictionaries()) {
      if (found.size() == MOST) {
        throw PdfParser.broken("more than " + MOST + " signatures");
      }
      found.add(signatures.judged(value));
    }
    return found;
  }

  /** The values of all signature fields, and what certifies the document. */
  private Set<PdfValue.Dictionary> dictionaries() {
    var found = new LinkedHashSet<PdfValue.Dictionary>();
    Set<PdfValue> seen = new HashSet<>();
    PdfValue.Dictionary catalog = file.catalog();
    Deque<PdfValue> open =
        new ArrayDeque<>(file.elements(file.dictionary(catalog.get("AcroForm")).get("Fields")));
    while (!open.isEmpty()) {
      PdfValue field = open.removeFirst();
      if (!seen.add(field)) {
        continue;
      }
      if (seen.size() > MOST_FIELDS) {
        throw PdfParser.broken("more than " + MOST_FIELDS + " fields");
      }
      PdfValue.Dictionary dictionary = file.dictionary(field);
      open.addAll(file.elements(dictionary.get("Kids")));
      add(dictionary.get("V"), found);
    }
    PdfValue.Dictionary permissions = file.dictionary(catalog.get("Perms"));
    add(permissions.get("DocMDP"), found);
    add(permissions.get("UR3"), found);
    return found;
  }

  private void add(@Nullable PdfValue value, Set<PdfValue.Dictionary> found) {
    PdfValue.Dictionary signature = file.dictionary(value);
    if (signature.get("ByteRange") != null || signature.is("Type", "Sig")) {
      found.add(signature);
    }
  }

  private PdfSignature judged(PdfValue.Dictionary signature) {
    boolean known = KNOWN_FORMS.stream().anyMatch(form -> signature.is("SubFilter", form));
    if (!known) {
      return new PdfSignature(State.NOT_SUPPORTED, "a signature of another form than CMS", null);
    }
    Cms cms = null;
    try {
      Span span = span(signature);
      cms = Cms.read(contents(span));
      boolean holds = cms.signs(digest(cms.digest(), span));
      boolean whole = span.end == bytes.length;
      State state = !holds ? State.BROKEN : whole ? State.GOOD : State.CHANGED_SINCE;
      String detail =
          switch (state) {
            case GOOD -> "it covers the whole file";
            case CHANGED_SINCE -> "the file was longer made after signing";
            case BROKEN, NOT_SUPPORTED -> "the file is not what was signed";
          };
      return new PdfSignature(state, detail, cms.signer());
    } catch (Cms.NotSupported e) {
      return new PdfSignature(State.NOT_SUPPORTED, String.valueOf(e.getMessage()), signer(cms));
    } catch (MalformedCredential e) {
      return new PdfSignature(State.BROKEN, String.valueOf(e.getMessage()), signer(cms));
    }
  }

  private static @Nullable Signer signer(@Nullable Cms cms) {
    try {
      return cms == null ? null : cms.signer();
    } catch (MalformedCredential e) {
      return null;
    }
  }

  /** What is signed: from the first byte to the hole, and from behind it to the end. */
  private record Span(int hole, int behind, int end) {}

  private Span span(PdfValue.Dictionary signature) {
    List<PdfValue> range = file.elements(signature.get("ByteRange"));
    if (range.size() != 4) {
      throw Der.broken("a byte range of " + range.size() + " numbers");
    }
    int[] numbers = new int[4];
    for (int i = 0; i < 4; i++) {
      if (!(file.resolved(range.get(i)) instanceof PdfValue.Whole number)
          || number.value() < 0
          || number.value() > bytes.length) {
        throw Der.broken("a byte range outside of the file");
      }
      numbers[i] = (int) number.value();
    }
    int end = numbers[2] + numbers[3];
    boolean sound =
        numbers[0] == 0 && numbers[1] > 0 && numbers[2] > numbers[1] && end <= bytes.length;
    if (!sound || numbers[2] - numbers[1] > 2 * LARGEST || end < numbers[2]) {
      throw Der.broken("a byte range that leaves out more than the signature");
    }
    return new Span(numbers[1], numbers[2], end);
  }

  /** What the hole holds: one hexadecimal string that is the signature, and nothing else. */
  private byte[] contents(Span span) {
    boolean string = bytes[span.hole] == '<' && bytes[span.behind - 1] == '>';
    if (!string || !isBehindContents(span.hole)) {
      throw Der.broken("what is left out of the byte range is not the signature");
    }
    var hex = new StringBuilder(span.behind - span.hole);
    for (int i = span.hole + 1; i < span.behind - 1; i++) {
      if (Character.digit(bytes[i], 16) < 0) {
        throw Der.broken("what is left out of the byte range is not only the signature");
      }
      hex.append((char) bytes[i]);
    }
    if (hex.length() % 2 == 1) {
      hex.append('0');
    }
    return HexFormat.of().parseHex(hex);
  }

  private boolean isBehindContents(int hole) {
    int at = hole;
    while (at > 0 && PdfParser.isSpace(bytes[at - 1])) {
      at--;
    }
    byte[] name = "/Contents".getBytes(StandardCharsets.US_ASCII);
    return at >= name.length && Arrays.equals(bytes, at - name.length, at, name, 0, name.length);
  }

  private byte[] digest(String algorithm, Span span) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(bytes, 0, span.hole);
      digest.update(bytes, span.behind, span.end - span.behind);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks " + algorithm, e);
    }
  }
}
