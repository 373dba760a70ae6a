package org.insignia.openbadges.shape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.NQuads;
import org.insignia.openbadges.rdf.Quad;
import org.insignia.openbadges.rdf.Term;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Literal;
import org.insignia.openbadges.rdf.Term.Resource;
import org.insignia.openbadges.shape.StatementTemplate.Node;
import org.jspecify.annotations.Nullable;

/** Turns the statements of a document with placeholders into a template. */
public final class StatementCompiler {
  private static final SlotContents NO_VALUES = SlotContents.of(List.of(), 0);
  private static final int NO_MASK = -1;

  private final Dataset dataset;
  private final Map<String, Integer> holes = new HashMap<>();
  private final Map<String, Integer> nodes = new LinkedHashMap<>();

  /**
   * @param placeholders each stands for the values of one hole, as an IRI or as the text of a
   *     literal
   */
  public StatementCompiler(Dataset dataset, List<String> placeholders) {
    this.dataset = dataset;
    for (int hole = 0; hole < placeholders.size(); hole++) {
      holes.put(placeholders.get(hole), hole);
    }
    for (Quad quad : dataset.quads()) {
      number(quad.subject());
      number(quad.object());
      number(quad.graph());
    }
  }

  private void number(@Nullable Term term) {
    if (term instanceof BlankNode blank) {
      nodes.computeIfAbsent(blank.label(), label -> nodes.size());
    }
  }

  /** The template; the digest is that of RDFC-1.0's inner hash. */
  public StatementTemplate compile(MessageDigest digest) {
    Map<Resource, List<Quad>> bySubject = new LinkedHashMap<>();
    Map<BlankNode, List<Quad>> mentions = new HashMap<>();
    for (Quad quad : dataset.quads()) {
      bySubject.computeIfAbsent(quad.subject(), s -> new ArrayList<>()).add(quad);
      for (BlankNode blank : blankNodes(quad)) {
        mentions.computeIfAbsent(blank, b -> new ArrayList<>()).add(quad);
      }
    }
    List<Node> compiled = new ArrayList<>();
    nodes.forEach((label, number) -> {
      var blank = new BlankNode(label);
      Subject lines = subject(blank, bySubject.getOrDefault(blank, List.of()));
      compiled.add(node(number, mentions.getOrDefault(blank, List.of()), lines, digest));
    });
    List<Subject> named = new ArrayList<>();
    bySubject.forEach((subject, lines) -> {
      if (subject instanceof Iri) {
        named.add(subject(subject, lines));
      }
    });
    return new StatementTemplate(compiled, named);
  }

  private static Set<BlankNode> blankNodes(Quad quad) {
    Set<BlankNode> blank = new LinkedHashSet<>();
    for (Term term : new @Nullable Term[] {quad.subject(), quad.object(), quad.graph()}) {
      if (term instanceof BlankNode b) {
        blank.add(b);
      }
    }
    return blank;
  }

  private Node node(int number, List<Quad> about, Subject lines, MessageDigest digest) {
    List<ByteText> mentions = about.stream().map(quad -> line(quad, number)).toList();
    if (mentions.stream().anyMatch(ByteText::dependsOnValues)) {
      return new Node(new byte[0], inOrder(mentions), lines);
    }
    mentions.stream()
        .map(mention -> mention.toBytes(NO_VALUES))
        .sorted(Arrays::compareUnsigned)
        .forEach(digest::update);
    return new Node(digest.digest(), List.of(), lines);
  }

  /** One text where values cannot change the order of these lines, else the lines. */
  private static List<ByteText> inOrder(List<ByteText> lines) {
    List<ByteText> sorted = new ArrayList<>(lines);
    for (ByteText a : lines) {
      for (ByteText b : lines) {
        if (a != b && a.compareFixed(b) == 0) {
          return lines;
        }
      }
    }
    sorted.sort(ByteText::compareFixed);
    return List.of(ByteText.join(sorted));
  }

  private Subject subject(Resource subject, List<Quad> quads) {
    var byPredicate = new TreeMap<byte[], List<ByteText>>(Arrays::compareUnsigned);
    for (Quad quad : quads) {
      // '>' sorts a predicate before every longer one that starts alike, as in a line.
      byte[] predicate = (quad.predicate().value() + ">").getBytes(StandardCharsets.UTF_8);
      byPredicate.computeIfAbsent(predicate, p -> new ArrayList<>()).add(line(quad, NO_MASK));
    }
    var name = new ByteText.Builder();
    if (subject instanceof Iri) {
      append(name, subject, NO_MASK);
    }
    Subject lines = Subject.of(name.finish(), List.copyOf(byPredicate.values()));
    if (lines == null) {
      throw new IllegalStateException("a dataset holds a statement twice");
    }
    return lines;
  }

  /**
   * @param self the node that is written {@code _:a}, all others {@code _:z}; or {@link #NO_MASK}
   */
  private ByteText line(Quad quad, int self) {
    var text = new ByteText.Builder();
    append(text, quad.subject(), self);
    append(text.text(" "), quad.predicate(), self);
    append(text.text(" "), quad.object(), self);
    if (quad.graph() != null) {
      append(text.text(" "), quad.graph(), self);
    }
    return text.text(" .\n").finish();
  }

  private void append(ByteText.Builder text, Term term, int self) {
    switch (term) {
      case BlankNode blank -> {
        int node = nodes.getOrDefault(blank.label(), NO_MASK);
        if (self == NO_MASK) {
          text.slot(SlotContents.label(node));
        } else {
          text.text(node == self ? "_:a" : "_:z");
        }
      }
      case Iri iri -> {
        Integer hole = holes.get(iri.value());
        text.text("<");
        (hole == null ? text.text(iri.value()) : text.slot(SlotContents.iri(hole))).text(">");
      }
      case Literal literal -> {
        String whole = NQuads.text(literal);
        Integer hole = holes.get(literal.lexical());
        if (hole == null) {
          text.text(whole);
        } else {
          String rest = whole.substring(1 + literal.lexical().length());
          text.text("\"").slot(SlotContents.literal(hole)).text(rest);
        }
      }
    }
  }
}
