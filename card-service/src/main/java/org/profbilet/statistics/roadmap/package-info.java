/** The road map of seven steps: how far each primary and each territory is, in counts. */
@NullMarked
package org.profbilet.statistics.roadmap;

import org.jspecify.annotations.NullMarked;
