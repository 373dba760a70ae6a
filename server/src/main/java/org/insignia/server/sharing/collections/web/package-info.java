/** Pages of collections. Start at {@code CollectionPages}. */
@NullMarked
package org.insignia.server.sharing.collections.web;

import org.jspecify.annotations.NullMarked;
