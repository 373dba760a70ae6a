package org.insignia.openbadges.issue;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.openbadges.issue.StatementTemplate.Node;
import org.insignia.openbadges.issue.StatementTemplate.Run;
import org.insignia.openbadges.issue.StatementTemplate.Subject;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.NQuads;
import org.insignia.openbadges.rdf.Quad;
import org.insignia.openbadges.rdf.Term;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.Term.Iri;
import org.insignia.openbadges.rdf.Term.Literal;
import org.insignia.openbadges.rdf.Term.Resource;
import org.jspecify.annotations.Nullable;

/** Turns the statements of a document with placeholders into a template. */
final class StatementCompiler {
  private static final SlotContents NO_VALUES = new SlotContents(List.of(), 0);
  private static final int NO_MASK = -1;

  private final Dataset dataset;
  private final List<String> placeholders;
  private final Map<String, Integer> nodes = new LinkedHashMap<>();

  StatementCompiler(Dataset dataset, List<String> placeholders) {
    this.dataset = dataset;
    this.placeholders = placeholders;
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

  StatementTemplate compile(MessageDigest digest) {
    Map<Resource, List<Quad>> bySubject = new LinkedHashMap<>();
    for (Quad quad : dataset.quads()) {
      bySubject.computeIfAbsent(quad.subject(), s -> new ArrayList<>()).add(quad);
    }
    List<Node> compiled = new ArrayList<>();
    for (Map.Entry<String, Integer> node : nodes.entrySet()) {
      var blank = new BlankNode(node.getKey());
      List<Quad> lines = bySubject.getOrDefault(blank, List.of());
      compiled.add(node(blank, node.getValue(), subject(blank, lines), digest));
    }
    List<Subject> named = new ArrayList<>();
    bySubject.forEach((subject, lines) -> {
      if (subject instanceof Iri) {
        named.add(subject(subject, lines));
      }
    });
    return new StatementTemplate(compiled, named);
  }

  private Node node(BlankNode blank, int number, Subject lines, MessageDigest digest) {
    List<ByteText> mentions = new ArrayList<>();
    for (Quad quad : dataset.quads()) {
      if (quad.subject().equals(blank)
          || quad.object().equals(blank)
          || blank.equals(quad.graph())) {
        mentions.add(line(quad, number));
      }
    }
    if (mentions.stream().anyMatch(ByteText::dependsOnValues)) {
      return new Node(new byte[0], List.copyOf(mentions), lines);
    }
    mentions.stream()
        .map(mention -> mention.toBytes(NO_VALUES))
        .sorted(Arrays::compareUnsigned)
        .forEach(digest::update);
    return new Node(digest.digest(), List.of(), lines);
  }

  private Subject subject(Resource subject, List<Quad> quads) {
    var byPredicate = new TreeMap<String, List<ByteText>>();
    for (Quad quad : quads) {
      // '>' sorts a predicate before every longer one that starts alike, as in a line.
      byPredicate
          .computeIfAbsent(quad.predicate().value() + ">", p -> new ArrayList<>())
          .add(line(quad, NO_MASK));
    }
    List<Run> runs = new ArrayList<>();
    List<ByteText> inOrder = new ArrayList<>();
    for (List<ByteText> lines : byPredicate.values()) {
      if (lines.size() == 1) {
        inOrder.add(lines.getFirst());
      } else {
        flush(inOrder, runs);
        runs.add(new Run(List.copyOf(lines)));
      }
    }
    flush(inOrder, runs);
    var name = new ByteText.Builder();
    if (subject instanceof Iri) {
      append(name, subject, NO_MASK);
    }
    return new Subject(name.finish(), List.copyOf(runs));
  }

  private static void flush(List<ByteText> inOrder, List<Run> runs) {
    if (!inOrder.isEmpty()) {
      runs.add(new Run(List.of(ByteText.join(inOrder))));
      inOrder.clear();
    }
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
        int hole = placeholders.indexOf(iri.value());
        text.text("<");
        (hole < 0 ? text.text(iri.value()) : text.slot(SlotContents.iri(hole))).text(">");
      }
      case Literal literal -> {
        String whole = NQuads.text(literal);
        int hole = placeholders.indexOf(literal.lexical());
        if (hole < 0) {
          text.text(whole);
        } else {
          String rest = whole.substring(1 + literal.lexical().length());
          text.text("\"").slot(SlotContents.literal(hole)).text(rest);
        }
      }
    }
  }
}
