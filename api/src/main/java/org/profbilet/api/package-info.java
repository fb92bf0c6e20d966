/** HTTP by audience, the pages, and the main class. */
@NullMarked
package org.profbilet.api;

import org.jspecify.annotations.NullMarked;
