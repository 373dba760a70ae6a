package org.insignia.openbadges.rdf;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URI;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;

/** Reads JSON-LD with an independent implementation of the standard, from our bundled contexts. */
final class OtherReader {
  private OtherReader() {}

  /** The statements of a document, before anything is made of what was dropped. */
  static Dataset toDataset(JsonValue document, Contexts contexts) throws JsonLdError {
    var options = new JsonLdOptions();
    options.setOrdered(true);
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Ignore);
    options.setDocumentLoader(
        (URI url, com.apicatalog.jsonld.loader.DocumentLoaderOptions ignored) -> {
          Bytes bytes = contexts.document(url.toString());
          if (bytes == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, url.toString());
          }
          return json(bytes);
        });
    var out = new StringWriter();
    JsonLd.toRdf(json(Bytes.utf8(Json.write(document))))
        .options(options)
        .provide(new NQuadsWriter(out));
    return NQuads.parse(out.toString());
  }

  private static JsonDocument json(Bytes bytes) throws JsonLdError {
    return JsonDocument.of(new ByteArrayInputStream(bytes.toArray()));
  }
}
