/**
 * A union as large as the real one, made up: nobody in it lives. For measuring, never for work.
 *
 * <p>The one place that writes tables of all features: rows go in by {@code COPY} with the login
 * that owns the tables, because 3.9 million use cases would take days.
 */
@NullMarked
package org.profbilet.api.start.scale;

import org.jspecify.annotations.NullMarked;
