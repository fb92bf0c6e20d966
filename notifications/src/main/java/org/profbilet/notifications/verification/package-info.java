/** Codes that members ask for themselves: no messages, and no part of the outbox. */
@NullMarked
package org.profbilet.notifications.verification;

import org.jspecify.annotations.NullMarked;
