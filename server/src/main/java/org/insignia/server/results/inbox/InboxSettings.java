package org.insignia.server.results.inbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where results files are laid.
 *
 * @param folder a folder that this node sees; several nodes may watch the same. Absent: {@code
 *     inbox} in the data folder
 */
@ConfigurationProperties("insignia.inbox")
record InboxSettings(@Nullable Path folder) {}
