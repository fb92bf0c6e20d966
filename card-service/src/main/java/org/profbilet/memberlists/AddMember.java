package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.contacts.Contacts;
import org.profbilet.memberlists.AddMember.Outcome.Added;
import org.profbilet.memberlists.AddMember.Outcome.Refused;
import org.profbilet.memberlists.form.Column;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.memberlists.form.ListedRow;
import org.profbilet.memberlists.form.ReadMemberList;
import org.profbilet.memberlists.form.RowProblem;
import org.profbilet.members.KeepRegister;
import org.profbilet.members.KeepRegister.Newcomer;
import org.profbilet.members.Members;
import org.profbilet.members.TicketNumber;
import org.profbilet.requests.RequestHash;

/** Adds one person by hand, by the same rules and words as a row of a list. */
@Singleton
public class AddMember {

  private final RowScope rowScope;
  private final ReadMemberList readMemberList;
  private final MakePlan makePlan;
  private final Members members;
  private final KeepRegister register;
  private final Contacts contacts;
  private final Audit audit;

  AddMember(
      RowScope rowScope,
      ReadMemberList readMemberList,
      MakePlan makePlan,
      Members members,
      KeepRegister register,
      Contacts contacts,
      Audit audit) {
    this.rowScope = rowScope;
    this.readMemberList = readMemberList;
    this.makePlan = makePlan;
    this.members = members;
    this.register = register;
    this.contacts = contacts;
    this.audit = audit;
  }

  /** What became of the entry. */
  public sealed interface Outcome {

    record Added(UUID personId, TicketNumber ticketNumber, List<RowProblem> remarks)
        implements Outcome {
      public Added {
        remarks = List.copyOf(remarks);
      }
    }

    /**
     * @param problems the entries that are wrong; empty for the other reasons
     */
    record Refused(Reason reason, List<RowProblem> problems) implements Outcome {
      public Refused {
        problems = List.copyOf(problems);
      }
    }

    /** Why nobody was added. */
    enum Reason {
      WRONG_ENTRIES,
      ALREADY_HERE,
      LOOKS_LIKE_SOMEBODY,
      ON_RECORD_ELSEWHERE,
      KEY_OF_ANOTHER_REQUEST
    }
  }

  /**
   * @param key names the request and becomes the id of the person
   * @param texts what was entered, by column of the form
   * @param otherPerson the chair says that a look-alike is somebody else
   */
  @Transactional
  public Outcome add(Acting acting, UUID key, Map<Column, String> texts, boolean otherPerson) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    members.lock(primaryId);
    ListedRow row = readMemberList.readOne(texts);
    String hash = RequestHash.of(primaryId, sorted(texts));
    Optional<String> earlier = members.findRequestHash(primaryId, key);
    if (earlier.isPresent()) {
      return earlier.get().equals(hash)
          ? added(primaryId, key, row)
          : refused(Outcome.Reason.KEY_OF_ANOTHER_REQUEST);
    }
    if (row.hasError()) {
      return new Refused(Outcome.Reason.WRONG_ENTRIES, row.problems());
    }
    PlannedRow planned = makePlan.compareOne(acting, row);
    Optional<Outcome.Reason> held = heldBack(planned, otherPerson);
    if (held.isPresent()) {
      return new Refused(held.get(), planned.problems());
    }
    ListedPerson person = Objects.requireNonNull(planned.member());
    register.register(acting, List.of(new Newcomer(key, person.toRecord())), hash);
    contacts.record(primaryId, NewAddresses.of(key, person));
    audit.record(acting.accountId(), primaryId, "MEMBER_ADDED", key, Map.of());
    return added(primaryId, key, row);
  }

  private static Optional<Outcome.Reason> heldBack(PlannedRow row, boolean otherPerson) {
    return switch (row.outcome()) {
      case NEW ->
          row.personId() == null ? Optional.empty() : Optional.of(Outcome.Reason.ALREADY_HERE);
      case SIMILAR ->
          otherPerson ? Optional.empty() : Optional.of(Outcome.Reason.LOOKS_LIKE_SOMEBODY);
      case CHANGED, UNCHANGED -> Optional.of(Outcome.Reason.ALREADY_HERE);
      case DUPLICATE_ELSEWHERE -> Optional.of(Outcome.Reason.ON_RECORD_ELSEWHERE);
      case ERROR -> Optional.of(Outcome.Reason.WRONG_ENTRIES);
    };
  }

  private Outcome added(UUID primaryId, UUID personId, ListedRow row) {
    return members
        .find(primaryId, personId)
        .<Outcome>map(member -> new Added(personId, member.ticketNumber(), row.problems()))
        .orElseGet(() -> refused(Outcome.Reason.KEY_OF_ANOTHER_REQUEST));
  }

  private static Refused refused(Outcome.Reason reason) {
    return new Refused(reason, List.of());
  }

  private static String sorted(Map<Column, String> texts) {
    return new TreeMap<>(texts).toString();
  }
}
