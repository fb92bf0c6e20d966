/** SMS by SMPP 3.4 or by the HTTP interface of a gateway; off until one of them is set. */
@NullMarked
package org.profbilet.notifications.sms;

import org.jspecify.annotations.NullMarked;
