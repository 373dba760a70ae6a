package org.insignia.openbadges.rdf;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.rdf.Term.BlankNode;
import org.insignia.openbadges.rdf.context.ActiveContext;

/**
 * Reads a JSON-LD document as statements: what the standard's expansion and deserialisation to RDF
 * give, or nothing at all.
 *
 * <p>The standard drops without a word whatever no context defines; a signature then covers less
 * than the document shows. Here that is an error, and so is every other way to write a member that
 * a reader of the plain JSON would not recognise: inline contexts, keywords and IRIs as keys, null,
 * relative references, arrays in arrays.
 *
 * @see <a href="https://www.w3.org/TR/2020/REC-json-ld11-api-20200716/#expansion-algorithm">JSON-LD
 *     1.1 API</a>
 */
public final class JsonLd {
  private JsonLd() {}

  /**
   * The statements of a document.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential pointing at what would not be covered,
   *     or at what is no JSON-LD
   */
  public static Dataset toDataset(JsonObject document, Contexts contexts) {
    return read(document, contexts, new Observer());
  }

  /**
   * As {@link #toDataset}, and which blank node stands for which object of the document.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential as there
   */
  public static Nodes toNodes(JsonObject document, Contexts contexts) {
    var unnamed = new HashMap<String, String>();
    var observer =
        new Observer() {
          @Override
          void unnamed(Place place, BlankNode node) {
            unnamed.put(place.pointer(), node.label());
          }
        };
    return new Nodes(read(document, contexts, observer), unnamed);
  }

  /**
   * As {@link #toDataset}, and which strings of the document do nothing but stand in statements:
   * another string in such a place stands in the same statements instead.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential as there
   */
  public static Readings toReadings(JsonObject document, Contexts contexts) {
    var free = new LinkedHashMap<String, Reading>();
    var observer =
        new Observer() {
          @Override
          void text(Place place) {
            free.put(place.pointer(), new Reading.Text());
          }

          @Override
          void name(Place place, ActiveContext context) {
            free.put(place.pointer(), new Reading.Name(context));
          }
        };
    return new Readings(read(document, contexts, observer), free);
  }

  private static Dataset read(JsonObject document, Contexts contexts, Observer observer) {
    var statements = new Statements();
    new NodeReader(contexts, statements, observer).document(document);
    return Dataset.of(statements.quads());
  }

  /**
   * Statements with their places.
   *
   * @param unnamed labels of the blank nodes that are objects without identifier, by the JSON
   *     Pointer of the object
   */
  public record Nodes(Dataset dataset, Map<String, String> unnamed) {
    public Nodes {
      unnamed = Map.copyOf(unnamed);
    }
  }

  /**
   * Statements, and the strings that may be exchanged.
   *
   * @param free how each is read, by its JSON Pointer; types, contexts, words of a vocabulary and
   *     JSON literals are not among them
   */
  public record Readings(Dataset dataset, Map<String, Reading> free) {
    public Readings {
      free = Map.copyOf(free);
    }
  }

  /** How a string is read that may be exchanged. */
  public sealed interface Reading {
    /** As the text of a literal, whatever it says. */
    record Text() implements Reading {}

    /** As the name of a thing. */
    final class Name implements Reading {
      private final ActiveContext context;

      private Name(ActiveContext context) {
        this.context = context;
      }

      /** Whether this string is read here as the IRI that it is; others are errors or prefixed. */
      public boolean takes(String value) {
        return References.isIri(value, context);
      }
    }
  }
}
