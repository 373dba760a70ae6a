package org.insignia.openbadges.rdf.context;

import java.util.Objects;
import org.insignia.openbadges.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a context says about one term (JSON-LD 1.1 #dfn-term-definition). Compared by identity, so
 * that contexts derived from it can be remembered cheaply.
 */
public final class TermDefinition {
  /** How a property's values are gathered; every other container is refused when compiling. */
  public enum Container {
    NONE,
    SET,
    LIST,
    GRAPH,
    LANGUAGE
  }

  /** How a plain string is read. */
  public enum Coercion {
    /** No type mapping, or {@code @none}. */
    NONE,
    /** {@code @id}: a reference, relative to the document, of which we have none. */
    ID,
    /** {@code @vocab}: a term, else a reference. */
    VOCABULARY,
    /** {@code @json}: any JSON, as it is. */
    JSON,
    /** A datatype. */
    DATATYPE
  }

  /** Language or direction of a term that says nothing about it, unlike one that says null. */
  public static final String UNSAID = "";

  private final @Nullable String iri;
  private final Coercion coercion;
  private final Shape shape;

  /**
   * @param type the {@code @type} entry, expanded, or null
   * @param language a language tag, null for none, or {@link #UNSAID}
   * @param scoped the {@code @context} entry, or null
   * @param prefix whether it may start a compact IRI
   */
  public record Shape(
      @Nullable String type,
      Container container,
      @Nullable String language,
      @Nullable JsonValue scoped,
      boolean prefix,
      boolean isProtected) {
    Shape unprotected() {
      return new Shape(type, container, language, scoped, prefix, false);
    }
  }

  /**
   * @param iri what the term stands for: an IRI, a keyword, or null where it stands for nothing
   */
  public TermDefinition(@Nullable String iri, Shape shape) {
    this.iri = iri;
    this.shape = shape;
    this.coercion = coercion(shape.type);
  }

  public @Nullable String iri() {
    return iri;
  }

  public boolean isKeyword() {
    return iri != null && iri.startsWith("@");
  }

  public boolean isId() {
    return "@id".equals(iri);
  }

  public boolean isType() {
    return "@type".equals(iri);
  }

  public Container container() {
    return shape.container;
  }

  public Coercion coercion() {
    return coercion;
  }

  private static Coercion coercion(@Nullable String type) {
    return switch (type) {
      case null -> Coercion.NONE;
      case "@none" -> Coercion.NONE;
      case "@id" -> Coercion.ID;
      case "@vocab" -> Coercion.VOCABULARY;
      case "@json" -> Coercion.JSON;
      default -> Coercion.DATATYPE;
    };
  }

  /** The datatype to which values are coerced, or null. */
  public @Nullable String datatype() {
    return coercion == Coercion.DATATYPE ? shape.type : null;
  }

  public @Nullable String language() {
    return shape.language;
  }

  public @Nullable JsonValue scoped() {
    return shape.scoped;
  }

  public boolean isPrefix() {
    return shape.prefix;
  }

  boolean isProtected() {
    return shape.isProtected;
  }

  /** Whether both say the same, protection aside. */
  boolean says(TermDefinition other) {
    return Objects.equals(iri, other.iri) && shape.unprotected().equals(other.shape.unprotected());
  }

  TermDefinition asProtected() {
    return new TermDefinition(
        iri,
        new Shape(shape.type, shape.container, shape.language, shape.scoped, shape.prefix, true));
  }
}
