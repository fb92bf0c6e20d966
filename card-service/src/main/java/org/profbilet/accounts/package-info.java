/** Personal logins, passwords and sessions. */
@NullMarked
package org.profbilet.accounts;

import org.jspecify.annotations.NullMarked;
