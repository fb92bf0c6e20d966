/** Two records of one human: finding, merging, and parting them again. */
@NullMarked
package org.profbilet.members.duplicates;

import org.jspecify.annotations.NullMarked;
