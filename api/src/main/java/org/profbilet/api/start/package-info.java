/** Starts the process: home directory, embedded database, demo union. */
@NullMarked
package org.profbilet.api.start;

import org.jspecify.annotations.NullMarked;
