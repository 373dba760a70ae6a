package org.insignia.server.catalog.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.insignia.server.catalog.source.Fact.Origin;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of a JSON Lines file, or of one array, or one object; a bad line is passed over and named.
 */
final class JsonFile {
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(60)
                          .maxNumberLength(100)
                          .maxStringLength(1 << 20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String name;
  private final Limits limits;
  private final Problems problems;
  private final Consumer<Fields> rows;

  JsonFile(String name, Limits limits, Problems problems, Consumer<Fields> rows) {
    this.name = name;
    this.limits = limits;
    this.problems = problems;
    this.rows = rows;
  }

  void lines(InputStream in) throws IOException {
    int number = 0;
    Line line = new Line();
    while (line.next(in)) {
      number++;
      Origin origin = new Origin(name, number);
      if (line.tooLong) {
        problems.add(origin, Reason.TOO_LARGE, limits.rowBytes() + " bytes");
      } else {
        line(origin, line.bytes.toByteArray());
      }
    }
  }

  private void line(Origin origin, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (origin.line() == 1 && text.startsWith("\ufeff")) {
        text = text.substring(1);
      }
      if (!text.isBlank()) {
        row(origin, STRICT.readTree(text));
      }
    } catch (CharacterCodingException _) {
      problems.add(origin, Reason.NOT_UTF8, "");
    } catch (JacksonException e) {
      problems.add(origin, Reason.NOT_JSON, e.getOriginalMessage());
    }
  }

  /** An array of rows, or one row. */
  void whole(InputStream in) throws IOException {
    int line = 1;
    try (JsonParser parser = STRICT.createParser(in)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          line = parser.currentTokenLocation().getLineNr();
          JsonNode node = parser.readValueAsTree();
          row(new Origin(name, line), node);
        }
      } else if (first != null) {
        row(new Origin(name, parser.currentTokenLocation().getLineNr()), parser.readValueAsTree());
      }
    } catch (JacksonException e) {
      int at = e.getLocation() == null ? line : e.getLocation().getLineNr();
      problems.add(new Origin(name, Math.max(at, 0)), Reason.NOT_JSON, e.getOriginalMessage());
    }
  }

  private void row(Origin origin, JsonNode node) {
    try {
      if (!node.isObject()) {
        throw new Unusable(Reason.WRONG_TYPE, "expected an object: " + node.getNodeType());
      }
      rows.accept(new Fields(node, origin, problems));
    } catch (Unusable e) {
      problems.add(origin, e.reason(), e.detail());
    }
  }

  /** One line at a time, of which no more is kept than a row may have. */
  private final class Line {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    boolean next(InputStream in) throws IOException {
      bytes.reset();
      tooLong = false;
      int read = in.read();
      if (read < 0) {
        return false;
      }
      while (read >= 0 && read != '\n') {
        if (bytes.size() < limits.rowBytes()) {
          bytes.write(read);
        } else {
          tooLong = true;
        }
        read = in.read();
      }
      return true;
    }
  }
}
