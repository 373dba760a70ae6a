package org.insignia.server.api.me.jobs;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.insights.market.JobOffer;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/** Addresses of postings, and of searches among them. */
@Component
class JobAddresses {
  private final Settings settings;

  JobAddresses(Settings settings) {
    this.settings = settings;
  }

  /** A search. */
  record Search(Map<String, String> texts, List<String> skills) {
    Search {
      texts = Map.copyOf(texts);
      skills = List.copyOf(skills);
    }

    static Search of(Map<String, String> texts, Collection<String> skills) {
      return new Search(texts, skills.stream().sorted().toList());
    }

    /** The same with these values; an empty one takes a name away. */
    Search with(Map<String, String> more) {
      var all = new LinkedHashMap<>(texts);
      more.forEach((name, value) -> {
        if (value.isEmpty()) {
          all.remove(name);
        } else {
          all.put(name, value);
        }
      });
      return new Search(all, skills);
    }
  }

  /** The postings that a search finds. */
  String jobs(Search search) {
    var named =
        Stream.concat(
            search.skills().stream().map(skill -> "skill=" + encoded(skill)),
            search.texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + encoded(e.getValue())));
    var query = named.collect(Collectors.joining("&"));
    return settings.url("/rest/v1/me/jobs") + (query.isEmpty() ? "" : "?" + query);
  }

  /** What the market says of a skill of a badge. */
  String insights(UUID badge, String skill) {
    return settings.url("/rest/v1/me/badges/" + badge + "/insights/" + encoded(skill)).toString();
  }

  JobJson listed(KnownPosting known) {
    return JobJson.listed(known, page(known));
  }

  JobJson whole(JobOffer offer) {
    return JobJson.whole(offer, page(offer.known()));
  }

  private URI page(KnownPosting known) {
    return settings.url("/home/jobs/" + known.id().value());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
