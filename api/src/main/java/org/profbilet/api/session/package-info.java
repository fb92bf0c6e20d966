/** Who is calling: sessions, access tokens, and the request's log line. */
@NullMarked
package org.profbilet.api.session;

import org.jspecify.annotations.NullMarked;
