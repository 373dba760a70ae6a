package org.insignia.server.api.credly.templates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.api.credly.objects.TemplateObjects;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.handmade.Neighbours;
import org.insignia.server.organisations.Organisation;
import org.springframework.stereotype.Component;

/** What stands beside templates: what is recommended next, and the collections they are in. */
@Component
class TemplateNeighbours {
  private final Neighbours neighbours;
  private final TemplateObjects objects;

  TemplateNeighbours(Neighbours neighbours, TemplateObjects objects) {
    this.neighbours = neighbours;
    this.objects = objects;
  }

  /** What staff recommend among these templates. */
  Web among(Organisation organisation, List<Achievement> templates) {
    Map<AchievementId, Achievement> known =
        templates.stream().collect(Collectors.toMap(Achievement::id, a -> a));
    Map<AchievementId, List<Achievement>> next = new LinkedHashMap<>();
    neighbours
        .edges(organisation.id())
        .forEach((after, all) -> {
          if (known.containsKey(after)) {
            next.put(after, all.stream().filter(known::containsKey).map(known::get).toList());
          }
        });
    return new Web(organisation, known, next);
  }

  /**
   * Who recommends whom.
   *
   * @param next in the order of staff
   */
  record Web(
      Organisation organisation,
      Map<AchievementId, Achievement> known,
      Map<AchievementId, List<Achievement>> next) {
    private Achievement template(AchievementId id) {
      return Objects.requireNonNull(known.get(id));
    }
  }

  /** Every recommendation. */
  List<Map<String, Object>> all(Web web) {
    List<Map<String, Object>> all = new ArrayList<>();
    web.next()
        .forEach((after, steps) -> {
          for (var step : steps) {
            var json = recommendation(web, after, step);
            json.put("badge_template", named(web, web.template(after)));
            all.add(json);
          }
        });
    return all;
  }

  /** Adds to a template what staff recommend, behind what programs said. */
  void join(Map<String, Object> template, Achievement achievement, Web web) {
    List<Object> recommended = new ArrayList<>();
    if (template.get("recommendations") instanceof List<?> said) {
      recommended.addAll(said);
    }
    web.next()
        .getOrDefault(achievement.id(), List.of())
        .forEach(step -> recommended.add(recommendation(web, achievement.id(), step)));
    template.put("recommendations", recommended);
    template.put(
        "recommending_templates",
        web.next().entrySet().stream()
            .filter(e -> e.getValue().contains(achievement))
            .map(e -> named(web, web.template(e.getKey())))
            .toList());
  }

  private Map<String, Object> recommendation(Web web, AchievementId after, Achievement step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id(after, step.id()).toString());
    json.put("title", step.name());
    json.put("type", "BadgeTemplate");
    json.put("activity_url", objects.page(web.organisation(), step));
    json.put("recommended_badge_template_id", step.id().value().toString());
    json.put("recommended_badge_template", named(web, step));
    return json;
  }

  private Map<String, Object> named(Web web, Achievement template) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", template.id().value().toString());
    json.put("name", template.name());
    json.put("url", objects.page(web.organisation(), template));
    return json;
  }

  /** The same whenever it is asked for. */
  private static UUID id(AchievementId after, AchievementId next) {
    var text = after.value() + ">" + next.value();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Whether a template is in the collection, and has one of the recommendations, that a filter
   * names.
   */
  boolean fits(Filters filters, Web web, Achievement template, TemplateWords said) {
    var collection = filters.ids("collection_id");
    var wanted = filters.list("recommendation_ids");
    return collection.map(ids -> isIn(ids, web.organisation(), template)).orElse(true)
        && (wanted.isEmpty() || isNamed(Set.copyOf(wanted), web, template, said));
  }

  private boolean isIn(List<UUID> collections, Organisation organisation, Achievement template) {
    return neighbours.shelves(organisation.id()).stream()
        .filter(c -> collections.contains(c.shelf().id()))
        .anyMatch(c -> c.shelf().items().contains(template.id()));
  }

  private static boolean isNamed(
      Set<String> wanted, Web web, Achievement template, TemplateWords said) {
    return said.recommendations().stream().anyMatch(r -> wanted.contains(r.get("id")))
        || web.next().getOrDefault(template.id(), List.of()).stream()
            .anyMatch(step ->
                wanted.contains(id(template.id(), step.id()).toString())
                    || wanted.contains(step.id().value().toString()));
  }
}
