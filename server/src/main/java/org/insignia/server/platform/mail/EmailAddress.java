package org.insignia.server.platform.mail;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A mailbox. Two spellings are one mailbox only when they differ by the case of ASCII letters or by
 * the two forms of an international domain: dots and plus-tags are never folded, because for some
 * providers they are different people.
 *
 * @param value as given, with the domain in lower-case ASCII (IDNA)
 */
public record EmailAddress(String value) {
  private static final int MAX = 254;

  public EmailAddress {
    if (!value.equals(normalised(value))) {
      throw new IllegalArgumentException("not a normalised mailbox");
    }
  }

  /**
   * Reads what a person typed or a file says; surrounding blanks are dropped. Empty for anything
   * but one plain mailbox.
   */
  public static Optional<EmailAddress> parse(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    var normal = normalised(text.strip());
    return normal == null ? Optional.empty() : Optional.of(new EmailAddress(normal));
  }

  /** As {@link #parse}, for a value already checked (a row of our own tables). */
  public static EmailAddress of(String value) {
    return parse(value).orElseThrow(() -> new IllegalArgumentException("not a mailbox: " + value));
  }

  /** The form in which mailboxes are compared and kept unique. */
  public String key() {
    return asciiLower(value);
  }

  private static @org.jspecify.annotations.Nullable String normalised(String text) {
    return isPlain(text) ? text : carefullyNormalised(text);
  }

  static @org.jspecify.annotations.Nullable String carefullyNormalised(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1 || text.length() > MAX || at > 64) {
      return null;
    }
    var local = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
    if (text.codePoints().anyMatch(EmailAddress::becomesAscii)
        || !local.codePoints().allMatch(EmailAddress::isLocal)
        || local.startsWith(".")
        || local.endsWith(".")
        || local.contains("..")) {
      return null;
    }
    try {
      var domain =
          IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return isDomain(domain) ? local + "@" + domain : null;
    } catch (IllegalArgumentException notADomain) {
      return null;
    }
  }

  /**
   * Whether it is one of nearly all mailboxes there are, which normalising leaves as it is: every
   * row of ours that names somebody is read through here.
   */
  static boolean isPlain(String text) {
    int at = text.indexOf('@');
    if (at < 1 || at > 64 || text.length() > MAX) {
      return false;
    }
    char before = '.';
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      boolean inside = c == '.' ? before != '.' : "+-_".indexOf(c) >= 0 || c >= 'A' && c <= 'Z';
      if (!isPlain(c) && !inside) {
        return false;
      }
      before = c;
    }
    return before != '.' && isPlainDomain(text, at + 1);
  }

  private static boolean isPlainDomain(String text, int from) {
    int label = 0;
    int labels = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && label > 0) {
        labels++;
        label = 0;
      } else if (isPlain(c) && label < 63) {
        label++;
      } else {
        return false;
      }
    }
    return labels > 1 && label > 1 && text.length() - from <= 253;
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  /** Such as the Kelvin sign: normalising would make somebody else's mailbox of it. */
  private static boolean becomesAscii(int c) {
    return c >= 128
        && Normalizer.normalize(Character.toString(c), Normalizer.Form.NFC).codePointAt(0) < 128;
  }

  /** Without the percent sign, by which old servers pass mail on to elsewhere. */
  private static boolean isLocal(int c) {
    return c < 128
        ? Character.isLetterOrDigit(c) || "!#$&'*+-/=?^_`{|}~.".indexOf(c) >= 0
        : Character.isLetterOrDigit(c);
  }

  private static boolean isDomain(String domain) {
    return domain.length() <= 253
        && domain.indexOf('.') > 0
        && !domain.endsWith(".")
        && domain.matches("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*\\.[a-z0-9-]{2,63}");
  }

  private static String asciiLower(String text) {
    var out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return out.toString();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof EmailAddress e && key().equals(e.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
