package org.insignia.server.insights.index.lucene;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;

/**
 * Terms handed to the writer one after the other. A document has some 150, and a field of its own
 * for each costs more than the term.
 */
final class Terms extends TokenStream {
  private static final FieldType TYPE = type();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private Collection<String> all = List.of();
  private Iterator<String> left = all.iterator();

  private static FieldType type() {
    var type = new FieldType(StringField.TYPE_NOT_STORED);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  /** The field of these terms; good until the next one is made of it. */
  Field in(String field, Collection<String> terms) {
    all = terms;
    return new Field(field, this, TYPE);
  }

  @Override
  public void reset() {
    left = all.iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!left.hasNext()) {
      return false;
    }
    clearAttributes();
    term.append(left.next());
    return true;
  }
}
