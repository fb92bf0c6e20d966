/** What the organisers of a meeting see of its doors, and what they rule. */
@NullMarked
package org.profbilet.meetings.organisers;

import org.jspecify.annotations.NullMarked;
