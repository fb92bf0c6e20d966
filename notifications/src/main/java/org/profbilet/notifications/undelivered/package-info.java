/** Messages that ended in vain, by reason, for the people who can do something about it. */
@NullMarked
package org.profbilet.notifications.undelivered;

import org.jspecify.annotations.NullMarked;
