package org.insignia.server.support.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleIndexTest {
  private static final Article CLAIMING =
      ArticleReader.read(
          "claiming",
          """
          # Aceptar una insignia
          Cómo llega a tu cuenta.
          > reclamar

          ## El correo
          Pide un enlace que sirve **una vez**: [buscar](/find-badges)

          - un item
          1. primero
          2. segundo
          """);
  private static final Article CHINESE =
      ArticleReader.read("zh", "# 接受徽章\n徽章怎样进入账户。\n> 领取\n\n邮件丢了也没关系。\n");
  private final ArticleIndex index = new ArticleIndex(List.of(CLAIMING, CHINESE));

  private List<String> find(String words) {
    return index.search(words).stream().map(hit -> hit.article().slug()).toList();
  }

  @Test
  void every_word_has_to_be_there_whatever_its_case_and_marks() {
    assertThat(find("INSIGNIA como")).containsExactly("claiming");
    assertThat(find("insignia elefante")).isEmpty();
    assertThat(find("reclamar")).containsExactly("claiming");
  }

  @Test
  void the_beginning_of_a_word_is_enough_and_its_middle_is_not() {
    assertThat(find("insig")).containsExactly("claiming");
    assertThat(find("signia")).isEmpty();
  }

  @Test
  void chinese_is_found_by_pairs_of_characters() {
    assertThat(find("徽章")).containsExactly("zh");
    assertThat(find("徽章丢了")).isEmpty();
    assertThat(find("邮件丢了")).containsExactly("zh");
    assertThat(find("领取 账户")).containsExactly("zh");
  }

  @Test
  void the_passage_that_fits_best_is_shown() {
    assertThat(index.search("enlace").getFirst().passage()).startsWith("Pide un enlace");
    assertThat(index.search("reclamar").getFirst().passage()).isEmpty();
  }

  @Test
  void nothing_is_found_by_nothing_and_no_question_is_too_long_or_odd() {
    assertThat(find(" \t ...")).isEmpty();
    assertThat(find("a".repeat(100_000))).isEmpty();
    assertThat(find("insignia\u0000 \uD800")).containsExactly("claiming");
  }

  @Test
  void an_article_is_read_block_by_block() {
    assertThat(CLAIMING.blocks())
        .hasExactlyElementsOfTypes(
            Article.Heading.class,
            Article.Paragraph.class,
            Article.Items.class,
            Article.Items.class);
    assertThat(CLAIMING.blocks().get(1).runs())
        .containsExactly(
            new Article.Run("Pide un enlace que sirve ", false, ""),
            new Article.Run("una vez", true, ""),
            new Article.Run(": ", false, ""),
            new Article.Run("buscar", false, "/find-badges"));
    assertThat(((Article.Items) CLAIMING.blocks().get(3)).steps()).isTrue();
  }
}
