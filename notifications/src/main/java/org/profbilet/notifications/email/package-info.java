/** E-mail by SMTP, one recipient a message. */
@NullMarked
package org.profbilet.notifications.email;

import org.jspecify.annotations.NullMarked;
