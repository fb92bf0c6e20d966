/** Counts of every level, read through the other features' tables. */
@NullMarked
package org.profbilet.statistics;

import org.jspecify.annotations.NullMarked;
