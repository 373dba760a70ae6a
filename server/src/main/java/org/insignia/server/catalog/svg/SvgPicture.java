package org.insignia.server.catalog.svg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.insignia.openbadges.json.Bytes;

/**
 * A drawing read from SVG. Shapes, fills, strokes, gradients and transformations are drawn;
 * metadata is passed over; what would look different without it (texts, pictures, filters, style
 * sheets, references) is refused by its name, as are scripts. Nothing is fetched, no entity is
 * expanded, and only pixels come out.
 */
public final class SvgPicture {
  /** The largest file. */
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final int MOST_ELEMENTS = 5_000;
  private static final int DEEPEST = 60;

  private SvgPicture() {}

  /** How it went. */
  public sealed interface Outcome {}

  /** Its pixels, square, without a ground. */
  public record Drawn(BufferedImage picture) implements Outcome {}

  /**
   * It is not taken.
   *
   * @param what the element or value that decided
   */
  public record Refused(Why why, String what) implements Outcome {}

  /** Why not. Names are keys of texts. */
  public enum Why {
    TOO_LARGE,
    UNREADABLE,
    NOT_DRAWN,
    EMPTY
  }

  /** Whether a file may be SVG, by its first bytes. */
  public static boolean isMeant(Bytes file) {
    byte[] bytes = file.view();
    int at = bytes.length > 2 && bytes[0] == (byte) 0xef ? 3 : 0;
    while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    return at < bytes.length && bytes[at] == '<';
  }

  /**
   * Draws it.
   *
   * @param side of the picture, in pixels
   */
  public static Outcome read(Bytes file, int side) {
    if (file.size() > MOST_BYTES) {
      return new Refused(Why.TOO_LARGE, "");
    }
    try {
      var drawing = new Drawing(side);
      walk(reader(file), drawing);
      return drawing.isEmpty() ? new Refused(Why.EMPTY, "") : new Drawn(drawing.picture());
    } catch (Unusable unusable) {
      return unusable.refused();
    } catch (XMLStreamException | RuntimeException damaged) {
      return new Refused(Why.UNREADABLE, "");
    }
  }

  private static XMLStreamReader reader(Bytes file) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(file.view()));
  }

  private static void walk(XMLStreamReader in, Drawing drawing) throws XMLStreamException {
    int elements = 0;
    int depth = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new Unusable(Why.TOO_LARGE, in.getLocalName());
          }
          if (elements == 1 && !in.getLocalName().equals("svg")) {
            throw new Unusable(Why.UNREADABLE, in.getLocalName());
          }
          if (NAMESPACE.equals(in.getNamespaceURI()) && !isPassedOver(in.getLocalName())) {
            depth++;
            drawing.begin(new Attributes(in));
          } else if (elements == 1) {
            throw new Unusable(Why.UNREADABLE, in.getLocalName());
          } else {
            elements += skip(in);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          drawing.end();
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new Unusable(Why.NOT_DRAWN, "&");
        default -> {}
      }
    }
  }

  /** What says something about the drawing and is not drawn. */
  private static boolean isPassedOver(String name) {
    return switch (name) {
      case "title", "desc", "metadata" -> true;
      default -> false;
    };
  }

  /** To the end of this element; how many elements were in it. */
  private static int skip(XMLStreamReader in) throws XMLStreamException {
    int open = 1;
    int elements = 0;
    while (open > 0) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open++;
          elements++;
        }
        case XMLStreamConstants.END_ELEMENT -> open--;
        default -> {}
      }
      if (elements > MOST_ELEMENTS) {
        throw new Unusable(Why.TOO_LARGE, "");
      }
    }
    return elements;
  }
}
