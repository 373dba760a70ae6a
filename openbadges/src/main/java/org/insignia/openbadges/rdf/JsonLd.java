package org.insignia.openbadges.rdf;

import java.util.HashMap;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue.JsonObject;

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
    var statements = new Statements();
    new NodeReader(contexts, statements).document(document);
    return Dataset.of(statements.quads());
  }

  /**
   * As {@link #toDataset}, and which blank node stands for which object of the document.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential as there
   */
  public static Nodes toNodes(JsonObject document, Contexts contexts) {
    var statements = new Statements();
    var unnamed = new HashMap<String, String>();
    new NodeReader(contexts, statements, unnamed).document(document);
    return new Nodes(Dataset.of(statements.quads()), unnamed);
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
}
