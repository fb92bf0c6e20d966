/**
 * What a member finds in her own page: messages, what was sent to her and why, and how she wants
 * it.
 */
@NullMarked
package org.profbilet.notifications.inbox;

import org.jspecify.annotations.NullMarked;
