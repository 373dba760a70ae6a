package org.insignia.server.api.json;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** An answer that is a file, written as it is read. */
public final class CsvAnswer {
  private CsvAnswer() {}

  /** Begins a table. */
  public static Writer begin(HttpServletResponse response, String name) throws IOException {
    return begin(response, "text/csv;charset=UTF-8", name);
  }

  /** Begins a file of another kind. */
  public static Writer begin(HttpServletResponse response, String type, String name)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
  }
}
