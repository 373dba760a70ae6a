package org.insignia.server.support.help;

import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The help centre: everybody may read it, without a cookie. */
@Controller
class HelpPages {
  private static final int MOST_ORGANISATIONS = 200;
  private final Articles articles;
  private final ExamLists exams;
  private final Organisations organisations;

  HelpPages(Articles articles, ExamLists exams, Organisations organisations) {
    this.articles = articles;
    this.exams = exams;
    this.organisations = organisations;
  }

  @GetMapping("/help")
  ModelAndView front(@RequestParam(defaultValue = "") String q, Shell shell) {
    var all = articles.of(shell.language());
    var shelves =
        Shelf.ALL.stream()
            .map(shelf ->
                new HelpPage.Shelves(
                    shelf.key(),
                    shelf.slugs().stream()
                        .flatMap(slug -> Stream.ofNullable(all.get(slug)))
                        .map(HelpPages::link)
                        .toList()))
            .toList();
    var hits =
        articles.search(shell.language(), q).stream()
            .map(hit -> new HelpPage.Hit(link(hit.article()), hit.passage()))
            .toList();
    return View.of("support/help/help", new HelpPage(q.strip(), shelves, hits));
  }

  @GetMapping("/help/{slug:[a-z-]{2,40}}")
  ModelAndView article(@PathVariable String slug, Shell shell) {
    var article =
        articles
            .find(shell.language(), slug)
            .orElseThrow(() -> new Problem.NotFound("help on " + slug));
    return View.of(
        "support/help/article",
        new ArticlePage(
            article,
            beside(shell.language(), slug),
            slug.equals("which-exams") ? organisations() : List.of()));
  }

  @GetMapping("/help/exams/{org:[a-z0-9-]{2,60}}")
  ModelAndView exams(@PathVariable String org, Shell shell) {
    var organisation =
        organisations.find(org).orElseThrow(() -> new Problem.NotFound("organisation " + org));
    return View.of("support/help/exams", exams.of(organisation, shell));
  }

  private List<HelpPage.Link> beside(Language language, String slug) {
    return Shelf.ALL.stream()
        .filter(shelf -> shelf.slugs().contains(slug))
        .flatMap(shelf -> shelf.slugs().stream())
        .filter(other -> !other.equals(slug))
        .flatMap(other -> articles.find(language, other).stream())
        .map(HelpPages::link)
        .toList();
  }

  private List<HelpPage.Link> organisations() {
    return organisations.named("", 0, MOST_ORGANISATIONS).stream()
        .map(o -> new HelpPage.Link("/help/exams/" + o.slug(), o.name(), ""))
        .toList();
  }

  private static HelpPage.Link link(Article article) {
    return new HelpPage.Link("/help/" + article.slug(), article.title(), article.summary());
  }
}
