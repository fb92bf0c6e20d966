/** Meetings: who may come, the phones at the doors, what was scanned and who is present. */
@NullMarked
package org.profbilet.meetings;

import org.jspecify.annotations.NullMarked;
