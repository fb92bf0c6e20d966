/** What a volunteer's phone at the door of a meeting may ask for. */
@NullMarked
package org.profbilet.contract.scanner;

import org.jspecify.annotations.NullMarked;
