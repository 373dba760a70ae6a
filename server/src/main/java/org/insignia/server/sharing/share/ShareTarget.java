package org.insignia.server.sharing.share;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a badge can be shared with one click. Each address has the parameters that its site
 * documents and no others: what a site shows of the badge it reads from the public page.
 */
public enum ShareTarget {
  /** A post; the site takes the address alone and makes its preview from Open Graph. */
  LINKEDIN {
    @Override
    public String address(SharedBadge badge, ShareWords words) {
      return "https://www.linkedin.com/sharing/share-offsite/?"
          + query(Map.of("url", badge.url().toString()));
    }
  },

  /**
   * An entry under licences and certifications.
   *
   * @see <a href="https://addtoprofile.linkedin.com/">Add to Profile</a>
   */
  LINKEDIN_PROFILE {
    @Override
    public String address(SharedBadge badge, ShareWords words) {
      var query = new LinkedHashMap<String, String>();
      query.put("startTask", "CERTIFICATION_NAME");
      query.put("name", badge.name());
      if (badge.linkedInId() == null) {
        query.put("organizationName", badge.issuer());
      } else {
        query.put("organizationId", badge.linkedInId().toString());
      }
      month(query, "issue", badge.earned());
      if (badge.until() != null) {
        month(query, "expiration", badge.until());
      }
      query.put("certUrl", badge.url().toString());
      query.put("certId", badge.certId());
      return "https://www.linkedin.com/profile/add?" + query(query);
    }
  },

  /** The address alone, as at LinkedIn. */
  FACEBOOK {
    @Override
    public String address(SharedBadge badge, ShareWords words) {
      return "https://www.facebook.com/sharer/sharer.php?"
          + query(Map.of("u", badge.url().toString()));
    }
  },

  /**
   * A post with text and address.
   *
   * @see <a href="https://docs.x.com/x-for-websites/post-button/guides/web-intent">Web Intent</a>
   */
  X {
    @Override
    public String address(SharedBadge badge, ShareWords words) {
      var query = new LinkedHashMap<String, String>();
      query.put("text", fitting(words.post()));
      query.put("url", badge.url().toString());
      return "https://x.com/intent/tweet?" + query(query);
    }
  },

  /** A message with text and address; whom to send it to is asked there. */
  WHATSAPP {
    @Override
    public String address(SharedBadge badge, ShareWords words) {
      return "https://wa.me/?" + query(Map.of("text", words.post() + "\n" + badge.url()));
    }
  },

  /**
   * A mail to whom the sharer likes.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6068#section-5">RFC 6068</a>
   */
  EMAIL {
    @Override
    public String address(SharedBadge badge, ShareWords words) {
      var query = new LinkedHashMap<String, String>();
      query.put("subject", words.subject());
      query.put("body", words.mail() + "\r\n\r\n" + badge.url() + "\r\n");
      return "mailto:?" + query(query);
    }
  };

  /** What a post at X may weigh besides its address, which weighs 23 and a blank. */
  private static final int POST_WEIGHT = 280 - 24;

  /** The address that opens the site's form, filled in. */
  public abstract String address(SharedBadge badge, ShareWords words);

  /** The last part of our own address for it, and of its text keys. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The target of this slug. */
  public static Optional<ShareTarget> of(String slug) {
    return Arrays.stream(values()).filter(t -> t.slug().equals(slug)).findFirst();
  }

  private static void month(Map<String, String> query, String stem, Instant at) {
    var month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
    query.put(stem + "Year", Integer.toString(month.getYear()));
    query.put(stem + "Month", Integer.toString(month.getMonthValue()));
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + PercentEncoding.of(p.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Cut to what one post holds: a letter of the Latin script weighs 1, most others 2. */
  private static String fitting(String text) {
    int weight = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      weight += text.codePointAt(at) <= 0x10ff ? 1 : 2;
      if (weight > POST_WEIGHT - 2) {
        return text.substring(0, at).strip() + "…";
      }
    }
    return text;
  }
}
