package org.profbilet.members.transfers;

import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.members.AskedRow;
import org.profbilet.members.Members;
import org.profbilet.members.PersonName;
import org.profbilet.members.Today;
import org.profbilet.members.transfers.AskOutcome.Asked;
import org.profbilet.members.transfers.AskOutcome.Reason;
import org.profbilet.members.transfers.AskOutcome.Refused;
import org.profbilet.requests.RequestHash;

/**
 * Asks for a person who is on record in another primary. The chair learns whether somebody was
 * found and how surely, and nothing else until the other side has answered.
 */
@Singleton
public class AskForMember {

  private static final String NOBODY = "NONE";

  private final RowScope rowScope;
  private final RequestRepository requests;
  private final Members members;
  private final MoveMember moveMember;
  private final ClaimRepository claims;
  private final ObjectMapper json;
  private final Audit audit;
  private final Today today;
  private final Clock clock;
  private final int daysToAnswer;

  AskForMember(
      RowScope rowScope,
      RequestRepository requests,
      Members members,
      MoveMember moveMember,
      ClaimRepository claims,
      ObjectMapper json,
      Audit audit,
      Today today,
      @Value("${profbilet.transfers.days-to-answer:14}") int daysToAnswer,
      Clock clock) {
    this.rowScope = rowScope;
    this.requests = requests;
    this.members = members;
    this.moveMember = moveMember;
    this.claims = claims;
    this.json = json;
    this.audit = audit;
    this.today = today;
    this.daysToAnswer = daysToAnswer;
    this.clock = clock;
  }

  /**
   * Whom the chair asks for.
   *
   * @param wantedOn from which day on she works or studies here
   * @param ownPersonId a record of this primary that is the same human, or null
   */
  public record Question(
      Wish wish,
      PersonName name,
      LocalDate birthDate,
      LocalDate wantedOn,
      @Nullable UUID ownPersonId) {}

  /**
   * @param key names the request and becomes its id
   */
  @Transactional
  public AskOutcome ask(Acting acting, UUID key, Question question) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    String hash = hash(primaryId, question);
    Optional<RequestRow> earlier = requests.hold(key, primaryId);
    if (earlier.isPresent()) {
      RequestRow known = earlier.get();
      return known.requestHash().equals(hash)
          ? new Asked(key, known.matchClass(), known.state())
          : new Refused(Reason.KEY_OF_ANOTHER_REQUEST);
    }
    UUID own = question.ownPersonId();
    if (question.wantedOn().isAfter(today.date())) {
      return new Refused(Reason.DAY_IN_FUTURE);
    }
    if (own != null && members.find(primaryId, own).isEmpty()) {
      return new Refused(Reason.OWN_RECORD_UNKNOWN);
    }
    String found = lookElsewhere(primaryId, key, question);
    audit.record(
        acting.accountId(),
        primaryId,
        "MEMBER_ASKED_FOR",
        key,
        Map.of("wish", question.wish().name(), "match", found));
    if (found.equals(NOBODY)) {
      return new Refused(Reason.NOBODY_FOUND);
    }
    MatchClass matchClass = MatchClass.valueOf(found);
    requests.save(row(acting, key, question, matchClass, hash));
    return new Asked(key, matchClass, takeIfFree(key, primaryId));
  }

  private String lookElsewhere(UUID primaryId, UUID key, Question question) {
    AskedRow asked = AskedRow.of(0, question.name(), question.birthDate());
    LocalDate now = today.date();
    try {
      return requests.claimElsewhere(
          key,
          primaryId,
          json.writeValueAsString(asked),
          question.wish().name(),
          question.wantedOn(),
          clock.instant(),
          now.plusDays(daysToAnswer),
          now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A closed primary has nobody who could answer: its members come at once. */
  private RequestState takeIfFree(UUID key, UUID primaryId) {
    boolean moved =
        claims.listDue(today.date(), key).stream()
            .map(due -> moveMember.grant(key, due.primaryId(), primaryId, null, null))
            .anyMatch(outcome -> outcome == MoveMember.Outcome.MOVED);
    return moved ? RequestState.GRANTED : RequestState.WAITING;
  }

  private RequestRow row(
      Acting acting, UUID key, Question question, MatchClass matchClass, String hash) {
    return new RequestRow(
        key,
        acting.organisationId(),
        question.wish(),
        question.name().last(),
        question.name().first(),
        question.name().middle(),
        question.birthDate(),
        question.wantedOn(),
        question.ownPersonId(),
        matchClass,
        RequestState.WAITING,
        hash,
        acting.accountId(),
        clock.instant());
  }

  private static String hash(UUID primaryId, Question question) {
    PersonName name = question.name();
    return RequestHash.of(
        primaryId,
        question.wish(),
        name.last(),
        name.first(),
        String.valueOf(name.middle()),
        question.birthDate(),
        question.wantedOn(),
        String.valueOf(question.ownPersonId()));
  }
}
