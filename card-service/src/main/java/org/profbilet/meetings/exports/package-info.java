/** What organisers take away from a meeting, and how long what is known of it is kept. */
@NullMarked
package org.profbilet.meetings.exports;

import org.jspecify.annotations.NullMarked;
