/** The ticket on a phone: enrolled device keys, signed credentials, their states. */
@NullMarked
package org.profbilet.credentials;

import org.jspecify.annotations.NullMarked;
