package org.insignia.server.api.oauth.consent;

import java.util.List;
import org.insignia.server.platform.web.Shell;

/** Port: {@code authorization_details} that are understood (RFC 9396), as a bean. */
public interface AuthorizationDetails {
  /** Their types, for the metadata. */
  List<String> types();

  /** Whether this JSON can be granted. */
  boolean understands(String json);

  /** What it means to the person who is asked. */
  String words(String json, Shell shell);
}
