package org.profbilet.consents;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.audit.Audit;

/**
 * The central council puts new words in force. Old ones stay as they were, and so does what was
 * signed under them; whether it still counts, the new words say themselves.
 */
@Singleton
public class PublishText {

  private static final List<String> PLACES = List.of("{person}", "{primary}");

  private final TextRepository texts;
  private final Audit audit;
  private final Today today;
  private final Clock clock;

  PublishText(TextRepository texts, Audit audit, Today today, Clock clock) {
    this.texts = texts;
    this.audit = audit;
    this.today = today;
    this.clock = clock;
  }

  /**
   * @param body paragraphs with the places {person} and {primary}
   * @param effectiveFrom tomorrow or later, later than every text of the purpose
   * @param keepsEarlier false: who signed earlier words is asked anew from that day
   * @param coversAds the words name advertising; only of MESSAGES
   */
  public record Request(
      Purpose purpose,
      String version,
      String title,
      String body,
      LocalDate effectiveFrom,
      boolean keepsEarlier,
      boolean coversAds) {}

  /** What became of the wish. */
  public enum Outcome {
    PUBLISHED,
    VERSION_TAKEN,
    DATE_TOO_EARLY,
    PLACES_MISSING,

    /** Words about something else cannot cover advertising. */
    NOT_OF_MESSAGES
  }

  /**
   * @param acting for the central council; the caller has seen to that
   */
  @Transactional
  public Outcome publish(Acting acting, Request request) {
    texts.lock();
    List<ConsentText> earlier =
        texts.list().stream().filter(text -> text.purpose() == request.purpose()).toList();
    if (earlier.stream().anyMatch(text -> isSame(text, request))) {
      return Outcome.PUBLISHED;
    }
    if (earlier.stream().anyMatch(text -> text.version().equals(request.version()))) {
      return Outcome.VERSION_TAKEN;
    }
    LocalDate newest =
        earlier.stream().map(ConsentText::effectiveFrom).reduce(today.date(), PublishText::later);
    if (!request.effectiveFrom().isAfter(newest)) {
      return Outcome.DATE_TOO_EARLY;
    }
    if (!PLACES.stream().allMatch(request.body()::contains)) {
      return Outcome.PLACES_MISSING;
    }
    if (request.coversAds() && request.purpose() != Purpose.MESSAGES) {
      return Outcome.NOT_OF_MESSAGES;
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    texts.insert(
        id,
        request.purpose(),
        request.version(),
        request.title(),
        request.body(),
        request.effectiveFrom(),
        request.keepsEarlier(),
        request.coversAds(),
        acting.accountId(),
        clock.instant());
    audit.record(
        acting.accountId(),
        acting.organisationId(),
        "CONSENT_TEXT_PUBLISHED",
        id,
        Map.of("purpose", request.purpose().name(), "version", request.version()));
    return Outcome.PUBLISHED;
  }

  /** Every version there is, by purpose and day. */
  @Transactional
  public List<ConsentText> list() {
    return texts.list();
  }

  /** The same request again. */
  private static boolean isSame(ConsentText text, Request request) {
    return text.version().equals(request.version())
        && text.title().equals(request.title())
        && text.body().equals(request.body())
        && text.effectiveFrom().equals(request.effectiveFrom())
        && text.keepsEarlier() == request.keepsEarlier()
        && text.coversAds() == request.coversAds();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
