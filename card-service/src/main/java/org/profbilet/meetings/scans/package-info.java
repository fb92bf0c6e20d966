/** What was scanned: how a code is read, what is decided, who is inside. */
@NullMarked
package org.profbilet.meetings.scans;

import org.jspecify.annotations.NullMarked;
