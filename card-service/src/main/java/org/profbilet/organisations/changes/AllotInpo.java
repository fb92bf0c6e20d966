package org.profbilet.organisations.changes;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Status;
import org.profbilet.organisations.changes.DeedOutcome.Done;
import org.profbilet.organisations.changes.DeedOutcome.Reason;
import org.profbilet.organisations.changes.DeedOutcome.Refused;
import org.profbilet.requests.RequestHash;

/**
 * The central council gives a proposed organisation its number; from then on people can act for it.
 * A number stays for life, wherever the organisation moves.
 */
@Singleton
public class AllotInpo {

  /** The numbers of a fresh installation: region, local, primary; higher levels end in zeros. */
  private static final Pattern OF_PARENT = Pattern.compile("(\\d{2})-(\\d{3})-(\\d{4})");

  private static final int MOST_LISTED = 500;

  private final DeedRepository repository;
  private final Deeds deeds;
  private final Pattern pattern;

  /**
   * @param pattern a regular expression for numbers, or empty for those of a fresh installation
   */
  AllotInpo(
      DeedRepository repository, Deeds deeds, @Value("${profbilet.inpo.pattern:}") String pattern) {
    this.repository = repository;
    this.deeds = deeds;
    this.pattern = pattern.isEmpty() ? OF_PARENT : Pattern.compile(pattern);
  }

  /**
   * @param suggestion a free number, or empty where none follows from the parent's; only a proposal
   *     for the eye, nothing is ever read from a number
   */
  public record Waiting(ProposedOrganisation organisation, String suggestion) {}

  /** Those within an organisation that wait for a number, 500 at most. */
  public List<Waiting> listWaiting(UUID aboveId) {
    Map<String, Integer> last = new HashMap<>();
    return repository.listProposed(aboveId, MOST_LISTED).stream()
        .map(proposed -> new Waiting(proposed, suggest(proposed, last)))
        .toList();
  }

  @Transactional
  public DeedOutcome allot(Office office, UUID key, UUID organisationId, Inpo inpo) {
    String hash = RequestHash.of(organisationId, inpo);
    Optional<DeedOutcome> before = deeds.findDone(key, hash);
    if (before.isPresent()) {
      return before.get();
    }
    if (!DeedKind.INPO_ALLOTTED.mayBeDoneBy(office.level())) {
      return new Refused(Reason.NOT_FOR_THIS_LEVEL);
    }
    if (!pattern.matcher(inpo.value()).matches()) {
      return new Refused(Reason.INPO_WRONG);
    }
    LockedOrganisation organisation = repository.lock(organisationId).orElseThrow();
    if (organisation.status() != Status.PROPOSED) {
      return new Refused(Reason.WRONG_STATUS);
    }
    if (repository.existsInpo(inpo.value())) {
      return new Refused(Reason.INPO_TAKEN);
    }
    if (repository.setInpo(organisationId, inpo.value()) != 1) {
      throw new IllegalStateException("a locked organisation changed");
    }
    deeds.remember(office, organisationId, "INPO", inpo.value(), deeds.today());
    deeds.remember(office, organisationId, "STATUS", Status.ACTIVE.name(), deeds.today());
    deeds.record(office, key, hash, DeedKind.INPO_ALLOTTED, organisationId, null, null, null);
    return new Done(organisationId);
  }

  private String suggest(ProposedOrganisation proposed, Map<String, Integer> last) {
    Matcher parent = OF_PARENT.matcher(proposed.parentInpo());
    if (!parent.matches() || proposed.level() == Level.REGIONAL) {
      return "";
    }
    boolean isLocal = proposed.level() == Level.LOCAL;
    String beginning =
        isLocal ? parent.group(1) + "-" : parent.group(1) + "-" + parent.group(2) + "-";
    int next = last.computeIfAbsent(beginning, b -> findLast(b, isLocal)) + 1;
    last.put(beginning, next);
    String number =
        isLocal ? beginning + "%03d-0000".formatted(next) : beginning + "%04d".formatted(next);
    return pattern.matcher(number).matches() ? number : "";
  }

  private int findLast(String beginning, boolean isLocal) {
    return repository
        .findLast(beginning, "00-000-0000".length())
        .map(OF_PARENT::matcher)
        .filter(Matcher::matches)
        .map(number -> Integer.parseInt(number.group(isLocal ? 2 : 3)))
        .orElse(0);
  }
}
