package org.insignia.server.catalog.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.design.Colour;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.Icon;
import org.insignia.server.catalog.design.Metal;
import org.insignia.server.catalog.design.Outline;
import org.insignia.server.catalog.design.Ring;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.jspecify.annotations.Nullable;

/**
 * Composes a look for each entry: form by programme, metal and stars by level, colour by product.
 */
public final class BadgeLooks {
  private static final Pattern RANK =
      Pattern.compile("^(.+?) (Fundamentals|Associate|Expert|Specialty|Master)$");
  private static final int LONGEST = 200;

  private static final Map<String, Icon> ROLES =
      Map.ofEntries(
          Map.entry("administrator", Icon.ADMINISTRATION),
          Map.entry("identity-access-admin", Icon.SECURITY),
          Map.entry("ip-admin", Icon.SECURITY),
          Map.entry("developer", Icon.DEVELOPMENT),
          Map.entry("database-administrator", Icon.DATABASE),
          Map.entry("data-engineer", Icon.DATABASE),
          Map.entry("data-analyst", Icon.ANALYTICS),
          Map.entry("data-scientist", Icon.ANALYTICS),
          Map.entry("security-engineer", Icon.SECURITY),
          Map.entry("security-operations-analyst", Icon.SECURITY),
          Map.entry("risk-practitioner", Icon.SECURITY),
          Map.entry("ai-engineer", Icon.INTELLIGENCE),
          Map.entry("network-engineer", Icon.NETWORK),
          Map.entry("devops-engineer", Icon.DEVOPS),
          Map.entry("solution-architect", Icon.ARCHITECTURE),
          Map.entry("functional-consultant", Icon.BUSINESS),
          Map.entry("business-analyst", Icon.BUSINESS),
          Map.entry("business-owner", Icon.BUSINESS),
          Map.entry("business-user", Icon.DOCUMENT),
          Map.entry("maker", Icon.DEVELOPMENT),
          Map.entry("student", Icon.EDUCATION));

  private BadgeLooks() {}

  public static Design of(Exam exam, String legend) {
    String title = exam.title().isEmpty() ? exam.number() : exam.number() + "\n" + exam.title();
    return new Design(
        Outline.ROUND,
        Ring.PLAIN,
        Metal.STEEL,
        enamel(exam.products()),
        Icon.EXAM,
        cut(legend),
        cut(title),
        level(exam.levels()),
        "",
        0);
  }

  public static Design of(Certification certification, String legend) {
    String title = certification.title();
    int colon = title.indexOf(": ");
    String programme = colon > 0 ? title.substring(0, colon) : "";
    String subject = colon > 0 ? title.substring(colon + 2) : title;
    Matcher rank = RANK.matcher(subject);
    String ribbon = rank.matches() ? rank.group(2) : ribbon(certification.type());
    int stars = stars(certification.levels());
    return new Design(
        outline(certification.type(), stars),
        stars >= 3 ? Ring.BEADED : stars == 2 ? Ring.REEDED : Ring.PLAIN,
        stars >= 3 ? Metal.GOLD : stars == 2 ? Metal.SILVER : Metal.BRONZE,
        enamel(certification.products()),
        icon(certification.roles(), certification.products()),
        cut(legend),
        cut(rank.matches() ? rank.group(1) : subject),
        cut(programme),
        ribbon,
        stars);
  }

  /** A first look of what staff make: they will change it as they like. */
  public static Design of(String name, Particulars.@Nullable Level level, String legend) {
    int stars = level == null ? 0 : level.ordinal() + 1;
    return new Design(
        stars == 3 ? Outline.SHIELD : stars == 2 ? Outline.HEXAGON : Outline.ROUND,
        Ring.PLAIN,
        stars == 3 ? Metal.GOLD : stars == 2 ? Metal.SILVER : Metal.BRONZE,
        Colour.of("#1f4e79"),
        Icon.STAR,
        cut(legend),
        cut(name),
        "",
        "",
        stars);
  }

  private static Outline outline(String type, int stars) {
    return switch (type) {
      case "fundamentals" -> Outline.ROUND;
      case "specialty" -> Outline.OCTAGON;
      case "mos" -> Outline.CUSHION;
      case "mta", "mce" -> Outline.SCALLOPED;
      default -> stars >= 3 ? Outline.SHIELD : Outline.HEXAGON;
    };
  }

  /** Programmes of old are known by their letters. */
  private static String ribbon(String type) {
    return type.length() <= 4 ? type.toUpperCase(Locale.ROOT) : "";
  }

  private static int stars(List<String> levels) {
    if (levels.contains("advanced")) {
      return 3;
    }
    return levels.contains("intermediate") ? 2 : 1;
  }

  private static String level(List<String> levels) {
    return switch (stars(levels)) {
      case 3 -> "Advanced";
      case 2 -> "Intermediate";
      default -> "";
    };
  }

  private static Icon icon(List<String> roles, List<String> products) {
    for (String role : roles) {
      Icon icon = ROLES.get(role);
      if (icon != null) {
        return icon;
      }
    }
    return products.stream().anyMatch(product -> product.startsWith("azure"))
        ? Icon.CLOUD
        : Icon.STAR;
  }

  private static Colour enamel(List<String> products) {
    String product = products.isEmpty() ? "" : products.getFirst();
    String hex =
        switch (product.split("-", 2)[0]) {
          case "azure" -> "#1c5d99";
          case "dynamics" -> "#2f3e75";
          case "m365" -> "#8a3b2e";
          case "office" -> "#a8501f";
          case "power" -> "#5b2a6e";
          case "sql" -> "#7a2036";
          case "windows" -> "#1f6f78";
          case "vs", "dotnet", "aspnet" -> "#4b3f8f";
          default -> "#37474f";
        };
    return Colour.of(hex);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
