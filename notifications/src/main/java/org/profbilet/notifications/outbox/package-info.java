/** What shall be told, claimed under a lease and handed over behind the consent gate. */
@NullMarked
package org.profbilet.notifications.outbox;

import org.jspecify.annotations.NullMarked;
