package org.insignia.server.insights.posting;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes one key of the spellings of an employer's name: {@code Acme, Inc.} is {@code acme}. */
public final class EmployerName {
  /** What the law adds to names, with the dots taken out. */
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "incorporated",
          "llc",
          "llp",
          "lp",
          "ltd",
          "limited",
          "plc",
          "corp",
          "corporation",
          "co",
          "company",
          "gmbh",
          "ag",
          "kg",
          "kgaa",
          "se",
          "ug",
          "mbh",
          "ev",
          "sa",
          "sas",
          "sarl",
          "srl",
          "spa",
          "sl",
          "slu",
          "sau",
          "ltda",
          "eireli",
          "bv",
          "nv",
          "ab",
          "oy",
          "oyj",
          "as",
          "aps",
          "pty",
          "pte",
          "pvt",
          "kk",
          "sro",
          "doo",
          "zoo",
          "ohg",
          "eg");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern DOTS = Pattern.compile("[.'’]");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}+#]+");

  private EmployerName() {}

  /**
   * The key of a name: without accents, legal forms and marks. Empty only for a name without a
   * letter or digit.
   */
  public static String key(String name) {
    var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    var joined = DOTS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("").replace("&", " and ");
    var letters = MARKS.matcher(joined).replaceAll(" ").strip();
    var words = letters.split(" ");
    int end = words.length;
    // The first word stays, whatever it is: there is a company called SE.
    while (end > 1 && LEGAL_FORMS.contains(words[end - 1])) {
      end--;
    }
    return String.join(" ", Arrays.copyOf(words, end));
  }
}
