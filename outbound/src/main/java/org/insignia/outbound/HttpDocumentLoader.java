package org.insignia.outbound;

import java.net.URI;
import org.insignia.openbadges.key.DocumentLoader;

/** Loads the documents that a verification names, over the guarded client. */
public final class HttpDocumentLoader implements DocumentLoader {
  /** What is asked for: credentials in any form first, then JSON, images and text. */
  public static final String ACCEPT =
      "application/vc+ld+json, application/vc, application/ld+json, application/did+ld+json, application/json;q=0.9, "
          + "image/png;q=0.8, image/svg+xml;q=0.8, text/plain;q=0.7";

  private final GuardedHttp http;

  /** Loads through this client. */
  public HttpDocumentLoader(GuardedHttp http) {
    this.http = http;
  }

  @Override
  public Loaded load(URI url) {
    return switch (http.get(url, ACCEPT)) {
      case Fetched.Answered(int status, var body, var type, var at) when status == 200 ->
          new Loaded.Document(body, type, at);
      case Fetched.Answered(int status, var body, var type, var at)
          when status == 404 || status == 410 ->
          new Loaded.Gone(status);
      case Fetched.Answered(int status, var body, var type, var at) ->
          new Loaded.Unavailable("the server answered with status " + status);
      case Fetched.Refused(String reason) -> new Loaded.Unavailable(reason);
      case Fetched.Failed(String reason) -> new Loaded.Unavailable(reason);
    };
  }
}
