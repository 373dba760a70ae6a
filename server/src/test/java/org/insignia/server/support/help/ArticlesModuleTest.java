package org.insignia.server.support.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ArticlesModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Articles articles;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired CatalogImports imports;

  private Organisation organisation() {
    var slug = "h" + UUID.randomUUID().toString().replace("-", "");
    var organisation = organisations.create("test", slug, "Northwind", null, null);
    imports.importFiles(organisation.id(), Rows.catalogue());
    return organisation;
  }

  @Test
  void every_link_in_every_article_leads_to_a_page() {
    var address = EmailAddress.of("h" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), organisation().id(), Role.OWNER);
    var reader = Web.signedIn(settings, address.value(), PASSWORD);
    var paths = new TreeSet<String>();
    for (var language : Language.all()) {
      articles
          .of(language)
          .values()
          .forEach(a -> a.blocks().forEach(b -> b.runs().forEach(run -> paths.add(run.path()))));
    }
    paths.remove("");
    assertThat(paths).isNotEmpty();
    var dead = paths.stream().filter(path -> reader.get(path).statusCode() != 200).toList();
    assertThat(dead).isEmpty();
  }

  @Test
  void an_article_has_the_same_pieces_and_links_in_every_language() {
    for (var slug : articles.of(Language.EN).keySet()) {
      var english = articles.find(Language.EN, slug).orElseThrow();
      for (var language : Language.all()) {
        var other = articles.find(language, slug).orElseThrow();
        assertThat(shape(other)).as(slug + " in " + language).isEqualTo(shape(english));
        assertThat(links(other)).as(slug + " in " + language).isEqualTo(links(english));
      }
    }
  }

  private static List<String> shape(Article article) {
    return article.blocks().stream()
        .map(block ->
            block instanceof Article.Items items
                ? (items.steps() ? "steps " : "items ") + items.items().size()
                : block.getClass().getSimpleName())
        .toList();
  }

  private static TreeSet<String> links(Article article) {
    var links = new TreeSet<String>();
    article.blocks().forEach(b -> b.runs().forEach(run -> links.add(run.path())));
    return links;
  }

  @Test
  void help_is_read_and_searched_by_everybody_without_a_cookie_in_every_language() {
    var stranger = Web.stranger(settings);
    for (var language : Language.all()) {
      var lang = "?lang=" + language.tag();
      var front = stranger.get("/help" + lang);
      assertThat(front.statusCode()).isEqualTo(200);
      assertThat(Web.header(front, "Set-Cookie")).isEmpty();
      for (var article : articles.of(language).values()) {
        assertThat(front.body()).contains("/help/" + article.slug());
        assertThat(stranger.get("/help/" + article.slug() + lang).statusCode()).isEqualTo(200);
        assertThat(articles.search(language, article.title()).getFirst().article())
            .as(article.title())
            .isEqualTo(article);
      }
    }
    assertThat(stranger.get("/help?q=certiport").body()).contains("/help/test-centres");
    assertThat(stranger.get("/help?lang=zh-CN&q=" + Web.encoded("两个账户")).body())
        .contains("/help/test-centres");
    assertThat(stranger.get("/help?lang=pt-BR&q=" + Web.encoded("HISTORICO")).body())
        .contains("/help/transcript");
    assertThat(stranger.get("/help?q=" + Web.encoded("<script>alert(1)</script>")).body())
        .doesNotContain("<script>alert");
  }

  @Test
  void which_exams_give_a_badge_is_told_from_the_catalogue() {
    var organisation = organisation();
    var page = Web.stranger(settings).get("/help/exams/" + organisation.slug()).body();
    assertThat(page).contains("MO-100", "Office Associate", "AZ-104");
    assertThat(
            Stream.of("Certifications", "Exams with a badge of their own", "Exams without a badge"))
        .allSatisfy(heading -> assertThat(page).contains(heading));
    assertThat(Web.stranger(settings).get("/help/exams/nobody-of-this-name").statusCode())
        .isEqualTo(404);
  }
}
