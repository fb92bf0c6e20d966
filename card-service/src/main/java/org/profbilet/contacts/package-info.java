/**
 * Phones and e-mail addresses of people: how they are written, whose they are, and what became of
 * them.
 */
@NullMarked
package org.profbilet.contacts;

import org.jspecify.annotations.NullMarked;
