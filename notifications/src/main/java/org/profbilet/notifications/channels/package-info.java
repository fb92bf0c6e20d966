/** The port of a channel: a message and an address with consent in, an outcome as a value out. */
@NullMarked
package org.profbilet.notifications.channels;

import org.jspecify.annotations.NullMarked;
