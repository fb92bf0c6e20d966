/** The catalogue of errors, as application/problem+json (RFC 9457). */
@NullMarked
package org.profbilet.contract.problem;

import org.jspecify.annotations.NullMarked;
