/**
 * The ticket on a phone and on plastic: what it says, how it is signed, shown as a QR and judged.
 */
@NullMarked
package org.profbilet.contract.credential;

import org.jspecify.annotations.NullMarked;
