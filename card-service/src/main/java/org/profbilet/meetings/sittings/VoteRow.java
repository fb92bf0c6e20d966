package org.profbilet.meetings.sittings;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.profbilet.contract.chair.Sittings.Vote;

/** What a vote came to, with the number of the snapshot that it cites. */
@Introspected
record VoteRow(
    UUID id,
    int snapshot,
    String question,
    boolean secret,
    int issued,
    int inFavour,
    int against,
    int abstained,
    String requestHash) {

  Vote shown() {
    return new Vote(id, snapshot, question, secret, issued, inFavour, against, abstained);
  }
}
