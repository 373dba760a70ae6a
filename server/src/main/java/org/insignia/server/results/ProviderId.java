package org.insignia.server.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A test-delivery company, by its short name as the catalogue and the feeds spell it. */
public record ProviderId(String value) {
  /** Those whose files we know. */
  public static final List<ProviderId> KNOWN =
      List.of(
          new ProviderId("pearson-vue"),
          new ProviderId("certiport"),
          new ProviderId("prometric"),
          new ProviderId("certiverse"),
          new ProviderId("psi"));

  /** The one whose own file forms we read. */
  public static final ProviderId PEARSON_VUE = KNOWN.getFirst();

  public ProviderId {
    if (!value.matches("[a-z0-9][a-z0-9-]{1,39}")) {
      throw new IllegalArgumentException("no provider's short name: " + value);
    }
  }

  /**
   * The provider that a text names, whatever its case and whether it has a blank or an underscore
   * for the hyphen.
   */
  public static Optional<ProviderId> find(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    return KNOWN.stream().filter(known -> known.value.equals(plain)).findFirst();
  }

  /** The name that people know it by; the short one of a provider that is not known here. */
  public String title() {
    return switch (value) {
      case "pearson-vue" -> "Pearson VUE";
      case "certiport" -> "Certiport";
      case "prometric" -> "Prometric";
      case "certiverse" -> "Certiverse";
      case "psi" -> "PSI";
      default -> value;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
