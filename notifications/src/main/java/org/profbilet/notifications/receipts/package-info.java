/**
 * What providers tell of a message after they have taken it: receipts of SMS, bounces of letters.
 */
@NullMarked
package org.profbilet.notifications.receipts;

import org.jspecify.annotations.NullMarked;
