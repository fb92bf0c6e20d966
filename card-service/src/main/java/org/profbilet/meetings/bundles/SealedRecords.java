package org.profbilet.meetings.bundles;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.profbilet.contract.chair.MandateState;
import org.profbilet.contract.credential.CardSerial;
import org.profbilet.contract.credential.TicketNumber;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.credentials.DoorKey;
import org.profbilet.credentials.PlasticCodes;
import org.profbilet.credentials.ResolveAtDoor;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.Shares;

/**
 * One sealed record for every credential of everybody on a list. The same list gives the same
 * bytes, so that a device downloads it again only when somebody's card, phone or name has changed.
 */
@Singleton
class SealedRecords {

  private static final int PADDED = 120;
  private static final int OVERHEAD = 12 + 16;
  private static final int ROUND = 50;

  private final ExpectedRepository invited;
  private final PlasticCodes plasticCodes;
  private final ResolveAtDoor resolveAtDoor;

  SealedRecords(
      ExpectedRepository invited, PlasticCodes plasticCodes, ResolveAtDoor resolveAtDoor) {
    this.invited = invited;
    this.plasticCodes = plasticCodes;
    this.resolveAtDoor = resolveAtDoor;
  }

  /** Whoever is expected; nobody on an open list. Call it in the scope of the meeting. */
  Expected expected(CheckInList list, LocalDate day) {
    if (list.kind() == ListKind.OPEN) {
      return new Expected(List.of(), List.of());
    }
    Set<String> taken = Set.copyOf(list.settings().categories());
    List<InvitedPerson> people =
        invited.listInvited(day).stream()
            .filter(person -> taken.isEmpty() || taken.contains(person.category()))
            .toList();
    Set<UUID> ids = people.stream().map(InvitedPerson::personId).collect(Collectors.toSet());
    return new Expected(people, resolveAtDoor.listDoorKeys(ids));
  }

  /** By name of the record; none for an open list. */
  SortedMap<String, String> seal(CheckInList list, Expected expected) {
    SortedMap<String, String> records = new TreeMap<>();
    if (list.kind() == ListKind.OPEN) {
      return records;
    }
    Map<UUID, String> contents =
        expected.people().stream()
            .collect(Collectors.toMap(InvitedPerson::personId, person -> content(list, person)));
    int length = contents.values().stream().mapToInt(SealedRecords::padded).max().orElse(PADDED);
    for (InvitedPerson person : expected.people()) {
      String content = contents.get(person.personId());
      if (person.cardSerial() != null && content != null) {
        String token = tokenOf(person.ticketNumber(), person.cardSerial());
        add(records, list, "PLASTIC", token, content, length);
      }
    }
    for (DoorKey phone : expected.phones()) {
      String content = contents.get(phone.personId());
      if (content != null) {
        add(records, list, "PHONE", phone.doorX() + "." + phone.doorY(), content, length);
      }
    }
    addDecoys(records, list, length);
    return records;
  }

  /** The people of a list and their phones: all that its records are made of. */
  record Expected(List<InvitedPerson> people, List<DoorKey> phones) {

    /** The same text for the same people, cards, names and phones. */
    String text() {
      Stream<String> cards =
          people.stream()
              .map(
                  p ->
                      String.join(
                          "|",
                          p.ticketNumber(),
                          p.cardSerial(),
                          p.shortName(),
                          p.category(),
                          p.attention() + "",
                          p.mandate().name()));
      Stream<String> keys =
          phones.stream().map(p -> p.personId() + "|" + p.doorX() + "|" + p.doorY());
      return Stream.concat(cards, keys).sorted().collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
      return "Expected[" + people.size() + "]";
    }
  }

  private String tokenOf(String ticketNumber, String serial) {
    return plasticCodes.of(new TicketNumber(ticketNumber), new CardSerial(serial)).token();
  }

  /** What a door decides by without a network, and no more than this list needs. */
  private static String content(CheckInList list, InvitedPerson person) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("handle", list.handleOf(person.ticketNumber()));
    content.put("shortName", person.shortName());
    if (list.settings().questions().stream().anyMatch(one -> !one.categories().isEmpty())) {
      content.put("category", person.category());
    }
    if (person.attention()) {
      content.put("attention", true);
    }
    if (person.mandate() != MandateState.CONFIRMED) {
      content.put("mandate", person.mandate().name());
    }
    String door = Shares.doorOf(list.settings().shares(), person.shortName());
    if (door != null) {
      content.put("door", door);
    }
    return JSONObjectUtils.toJSONString(content);
  }

  private static void add(
      Map<String, String> records,
      CheckInList list,
      String kind,
      String secret,
      String content,
      int length) {
    RecordKey key = new RecordKey(kind, secret, list.salt());
    byte[] text = content.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(text, length);
    Arrays.fill(padded, text.length, length, (byte) ' ');
    byte[] nonce = chance(list, "nonce " + key.name() + length + content, 12);
    records.put(key.name(), base64(key.seal(nonce, padded)));
  }

  /** All records of a list are as long as the longest: their length tells nothing. */
  private static int padded(String content) {
    int length = content.getBytes(StandardCharsets.UTF_8).length;
    return (length + PADDED - 1) / PADDED * PADDED;
  }

  /** Up to the next fifty: the number of records does not tell how many are expected. */
  private static void addDecoys(Map<String, String> records, CheckInList list, int length) {
    int wanted = (records.size() / ROUND + 1) * ROUND;
    for (int i = 0; records.size() < wanted; i++) {
      String name = HexFormat.of().formatHex(chance(list, "decoy name " + i, 16));
      records.put(name, base64(chance(list, "decoy " + i, length + OVERHEAD)));
    }
  }

  /** Bytes that look like chance to everybody without the list's own key. */
  private static byte[] chance(CheckInList list, String about, int length) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; hex.length() < length * 2; i++) {
      hex.append(Hashes.hmac(list.handleKey(), about + " " + i));
    }
    return HexFormat.of().parseHex(hex.substring(0, length * 2));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** What is signed about them. */
  static String digest(SortedMap<String, String> records) {
    List<String> lines =
        records.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
    return Hashes.sha256(String.join("\n", lines));
  }
}
