/** Purposes, texts by version, the ledger of decisions, their papers, and the gate to addresses. */
@NullMarked
package org.profbilet.consents;

import org.jspecify.annotations.NullMarked;
