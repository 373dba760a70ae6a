package org.insignia.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/**
 * The arrows between features and the few rules that keep them apart; the table stands in
 * ARCHITECTURE.md.
 */
class ArchitectureTest {
  private static final String SERVER = "org.insignia.server.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.insignia.server");

  /** Feature to the features it may name; everybody may name platform. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("platform", Set.of()),
          Map.entry("accounts", Set.of()),
          Map.entry("organisations", Set.of("accounts")),
          Map.entry("keys", Set.of("organisations")),
          Map.entry("catalog", Set.of("organisations")),
          Map.entry("results", Set.of("accounts", "organisations", "catalog")),
          Map.entry("eligibility", Set.of("organisations", "catalog", "results")),
          Map.entry(
              "issuing",
              Set.of("accounts", "organisations", "keys", "catalog", "results", "eligibility")),
          Map.entry("claims", Set.of("accounts", "organisations", "catalog", "issuing")),
          Map.entry(
              "certificates",
              Set.of("accounts", "organisations", "keys", "catalog", "eligibility", "issuing")),
          Map.entry("verification", Set.of()),
          Map.entry(
              "transcripts",
              Set.of(
                  "accounts",
                  "organisations",
                  "keys",
                  "catalog",
                  "results",
                  "eligibility",
                  "issuing")),
          Map.entry(
              "sharing",
              Set.of(
                  "accounts",
                  "organisations",
                  "keys",
                  "catalog",
                  "issuing",
                  "claims",
                  "certificates",
                  "transcripts",
                  "verification")),
          Map.entry(
              "insights", Set.of("accounts", "organisations", "catalog", "issuing", "claims")),
          Map.entry(
              "support",
              Set.of(
                  "accounts",
                  "organisations",
                  "catalog",
                  "results",
                  "eligibility",
                  "issuing",
                  "claims")),
          Map.entry("api", everything()),
          Map.entry("console", everything()),
          Map.entry("demo", everything()));

  private static final Set<String> MAY_USE_THE_LIBRARY =
      Set.of(
          "platform",
          "keys",
          "catalog",
          "issuing",
          "claims",
          "certificates",
          "transcripts",
          "verification",
          "sharing",
          "api",
          "demo");

  private static Set<String> everything() {
    return Set.of(
        "accounts",
        "organisations",
        "keys",
        "catalog",
        "results",
        "eligibility",
        "issuing",
        "claims",
        "certificates",
        "transcripts",
        "verification",
        "sharing",
        "insights",
        "support",
        "console");
  }

  @Test
  void features_name_only_features_below_them() {
    var wrong = new TreeSet<String>();
    for (var type : CLASSES) {
      var from = feature(type);
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var to = feature(dependency.getTargetClass());
        if (!to.isEmpty()
            && !from.isEmpty()
            && !to.equals(from)
            && !to.equals("platform")
            && !ARROWS.getOrDefault(from, Set.of()).contains(to)) {
          wrong.add(from + " -> " + to + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void components_of_all_features_have_names_of_their_own() {
    var places = new TreeMap<String, List<String>>();
    for (var type : CLASSES) {
      if (type.isTopLevelClass()
          && (type.isMetaAnnotatedWith(Component.class) || type.isAnnotatedWith(Component.class))) {
        places.computeIfAbsent(type.getSimpleName(), _ -> new ArrayList<>()).add(type.getName());
      }
    }
    places.values().removeIf(classes -> classes.size() == 1);
    assertThat(places).as("Spring calls them alike, and the server does not start").isEmpty();
  }

  @Test
  void every_feature_stands_in_the_table() {
    var features = new TreeSet<String>();
    CLASSES.forEach(type -> features.add(feature(type)));
    features.remove("");
    assertThat(ARROWS.keySet()).containsAll(features);
  }

  @Test
  void only_the_named_features_use_the_library() {
    var wrong = new TreeSet<String>();
    for (var type : CLASSES) {
      if (type.getDirectDependenciesFromSelf().stream()
              .anyMatch(
                  d -> d.getTargetClass().getPackageName().startsWith("org.insignia.openbadges"))
          && !MAY_USE_THE_LIBRARY.contains(feature(type))) {
        wrong.add(type.getName());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void only_stores_see_the_database() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .resideOutsideOfPackage("org.insignia.server.platform..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.springframework\\.jdbc\\.core\\..*")
        .check(CLASSES);
  }

  @Test
  void names_say_what_a_class_does() {
    classes()
        .should(
            new ArchCondition<JavaClass>("not end in a word that says nothing") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                var name = type.getSimpleName();
                if (SourceLimitsTest.saysNothing(name)) {
                  events.add(SimpleConditionEvent.violated(type, type.getName()));
                }
              }
            })
        .check(CLASSES);
  }

  private static String feature(JavaClass type) {
    var name = type.getPackageName();
    if (!(name + ".").startsWith(SERVER) || name.length() < SERVER.length()) {
      return "";
    }
    var rest = name.substring(SERVER.length());
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
  }
}
