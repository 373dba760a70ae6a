package org.insignia.openbadges.issue;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.JsonLd;
import org.insignia.openbadges.rdf.Quad;
import org.insignia.openbadges.rdf.Term;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Literal;
import org.insignia.openbadges.rdf.context.Iris;

/** What may stand in the holes so that the statements keep their shape. */
final class HoleRules {
  private static final List<String> USUAL_SCHEMES =
      List.of("urn", "https", "http", "did", "mailto", "tag", "data");
  private static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

  /** By hole: whether its value is an IRI in the statements. */
  private final boolean[] references;

  /** How such an IRI may begin: with no prefix of the contexts, which would change it. */
  private final String[] starts;

  private HoleRules(boolean[] references, List<String> schemes) {
    this.references = references;
    this.starts = schemes.stream().map(scheme -> scheme + ":").toArray(String[]::new);
  }

  /**
   * @param dataset the statements of the skeleton with placeholders of scheme {@code urn}
   * @throws IllegalArgumentException where a hole decides more than one term, or none
   */
  static HoleRules of(Skeleton skeleton, Dataset dataset, Contexts contexts) {
    List<String> placeholders = Skeleton.placeholders("urn", skeleton.holes());
    boolean[] references = new boolean[placeholders.size()];
    for (int hole = 0; hole < references.length; hole++) {
      String pointer = skeleton.pointers().get(hole).toString();
      references[hole] = isReference(placeholders.get(hole), dataset, pointer);
    }
    List<String> schemes = new ArrayList<>();
    for (String scheme : USUAL_SCHEMES) {
      List<String> others = Skeleton.placeholders(scheme, skeleton.holes());
      Dataset read = JsonLd.toDataset(skeleton.fill(others), contexts);
      if (read.equals(renamed(dataset, placeholders, others))) {
        schemes.add(scheme);
      }
    }
    return new HoleRules(references, schemes);
  }

  private static boolean isReference(String placeholder, Dataset dataset, String pointer) {
    boolean reference = false;
    boolean literal = false;
    for (Quad quad : dataset.quads()) {
      if (quad.predicate().value().equals(RDF_TYPE) && quad.object().equals(new Iri(placeholder))) {
        throw new IllegalArgumentException("a hole cannot be a type: " + pointer);
      }
      for (Term term : List.of(quad.subject(), quad.object())) {
        reference |= term instanceof Iri iri && iri.value().equals(placeholder);
        literal |= term instanceof Literal l && l.lexical().equals(placeholder);
      }
    }
    if (!reference && !literal) {
      throw new IllegalArgumentException("no statement says what is at " + pointer);
    }
    return reference;
  }

  private static Dataset renamed(Dataset dataset, List<String> from, List<String> to) {
    List<Quad> quads = new ArrayList<>();
    for (Quad q : dataset.quads()) {
      Term object = renamed(q.object(), from, to);
      quads.add(
          new Quad(
              (Term.Resource) renamed(q.subject(), from, to), q.predicate(), object, q.graph()));
    }
    return Dataset.of(quads);
  }

  private static Term renamed(Term term, List<String> from, List<String> to) {
    return switch (term) {
      case Iri iri when from.contains(iri.value()) -> new Iri(to.get(from.indexOf(iri.value())));
      case Literal l when from.contains(l.lexical()) ->
          new Literal(to.get(from.indexOf(l.lexical())), l.datatype(), l.language());
      default -> term;
    };
  }

  /** Whether these values keep the shape; where not, the general way knows what to say. */
  boolean allow(List<String> values) {
    for (int hole = 0; hole < values.size(); hole++) {
      String value = values.get(hole);
      if (references[hole] ? !isUsualIri(value) : hasLoneSurrogate(value)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUsualIri(String value) {
    for (String start : starts) {
      if (value.startsWith(start)) {
        return Iris.isAbsolute(value) && !hasLoneSurrogate(value);
      }
    }
    return false;
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
