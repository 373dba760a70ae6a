package org.insignia.server.catalog;

import java.util.Map;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.Renewal;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.model.Role;
import org.insignia.server.catalog.source.RequirementTree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How the catalogue's values stand in jsonb columns. Requirements look as in the source's files.
 */
public final class CatalogJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Requirement.class, new RequirementOut())
                  .addDeserializer(Requirement.class, new RequirementIn()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CatalogJson() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /** An object of texts. */
  static Map<String, String> texts(String json) {
    return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
  }

  static Entry entry(String json, Entry.Kind kind) {
    return switch (kind) {
      case EXAM -> read(json, Exam.class);
      case CERTIFICATION -> read(json, Certification.class);
      case RENEWAL -> read(json, Renewal.class);
      case ROLE -> read(json, Role.class);
    };
  }

  private static final class RequirementOut extends ValueSerializer<Requirement> {
    @Override
    public void serialize(Requirement value, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      switch (value) {
        case Requirement.ExamPassed exam -> out.writeStringProperty("exam", exam.uid());
        case Requirement.CertificationHeld held ->
            out.writeStringProperty("certification", held.uid());
        case Requirement.Combination combination -> combination(combination, out, context);
      }
      out.writeEndObject();
    }

    private void combination(
        Requirement.Combination combination, JsonGenerator out, SerializationContext context) {
      switch (combination.op()) {
        case ALL -> out.writeStringProperty("op", "all");
        case ANY -> out.writeStringProperty("op", "any");
        case AT_LEAST -> {
          out.writeStringProperty("op", "atLeast");
          out.writeNumberProperty("k", combination.needed());
        }
      }
      out.writeArrayPropertyStart("of");
      combination.of().forEach(part -> serialize(part, out, context));
      out.writeEndArray();
    }
  }

  private static final class RequirementIn extends ValueDeserializer<Requirement> {
    @Override
    public Requirement deserialize(JsonParser in, DeserializationContext context) {
      return RequirementTree.stored(in.<JsonNode>readValueAsTree());
    }
  }
}
