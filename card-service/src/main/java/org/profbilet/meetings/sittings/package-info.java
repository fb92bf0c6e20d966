/** Sittings of elected bodies: presence against the quorum, snapshots, votes and papers. */
@NullMarked
package org.profbilet.meetings.sittings;

import org.jspecify.annotations.NullMarked;
