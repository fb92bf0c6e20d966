/**
 * Loading a list of members: what would change is shown first and then done exactly so, or not at
 * all.
 */
@NullMarked
package org.profbilet.memberlists;

import org.jspecify.annotations.NullMarked;
