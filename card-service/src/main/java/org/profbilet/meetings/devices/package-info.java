/** Phones at the doors of a meeting: how they are invited, what they may do, how they end. */
@NullMarked
package org.profbilet.meetings.devices;

import org.jspecify.annotations.NullMarked;
