/** What a request chooses, and how it is recognised when it comes a second time. */
@NullMarked
package org.profbilet.requests;

import org.jspecify.annotations.NullMarked;
