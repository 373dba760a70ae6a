package org.insignia.server.catalog.entries;

import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.staff.Faults;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a certification is made or changed.
 *
 * @param uid of the certification; empty where it is made now
 * @param types words of programmes in use
 * @param nodes the tree as the form carries it
 * @param groups where something can be added, by place
 * @param sentences the requirement in each language; empty where it is not whole
 * @param effect what saving would do; null where that is not known
 */
public record CertificationPage(
    String slug,
    String organisation,
    String uid,
    String back,
    CertificationForm form,
    List<String> types,
    List<String> nodes,
    Twig tree,
    List<Group> groups,
    List<Choice> exams,
    List<Choice> certifications,
    Map<Language, String> sentences,
    Foresight.@Nullable Effect effect,
    Faults faults) {
  public CertificationPage {
    types = List.copyOf(types);
    nodes = List.copyOf(nodes);
    groups = List.copyOf(groups);
    exams = List.copyOf(exams);
    certifications = List.copyOf(certifications);
    sentences = Map.copyOf(sentences);
  }

  /** Where the form is sent. */
  public String path() {
    return "/console/" + slug + "/catalogue/certification";
  }

  /** A group by its place in the tree; {@code name} says it, as "1.2". */
  public record Group(int place, String name, String kindKey) {}

  public record Choice(String uid, String label) {}

  /**
   * A node as it is shown.
   *
   * @param kind word of what it is
   * @param name its place among the others, as "1.2"; empty for the whole
   * @param label title of an exam or certification
   * @param count of {@code AT_LEAST}, as typed
   * @param moves that are possible: up, down, in, out, remove
   */
  public record Twig(
      int place,
      String kind,
      String name,
      String label,
      String count,
      List<String> moves,
      List<Twig> parts) {
    public Twig {
      moves = List.copyOf(moves);
      parts = List.copyOf(parts);
    }

    public boolean isGroup() {
      return !kind.equals("EXAM") && !kind.equals("CERTIFICATION");
    }
  }
}
