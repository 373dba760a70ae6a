package org.insignia.server.support.help;

import java.util.List;

/**
 * An article to be read.
 *
 * @param beside others of its shelf
 * @param organisations whose exams can be looked at; none but on the page that speaks of them
 */
public record ArticlePage(
    Article article, List<HelpPage.Link> beside, List<HelpPage.Link> organisations) {
  public ArticlePage {
    beside = List.copyOf(beside);
    organisations = List.copyOf(organisations);
  }
}
