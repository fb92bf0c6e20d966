/** The ticket in Apple's and Google's wallets: off until an operator names the certificates. */
@NullMarked
package org.profbilet.credentials.wallets;

import org.jspecify.annotations.NullMarked;
