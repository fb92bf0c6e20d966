/**
 * What an organisation says about itself, with the history of every field and declared headcounts.
 */
@NullMarked
package org.profbilet.organisations.passport;

import org.jspecify.annotations.NullMarked;
