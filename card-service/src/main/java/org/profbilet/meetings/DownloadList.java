package org.profbilet.meetings;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.contract.credential.Es256;
import org.profbilet.contract.scanner.DoorList;
import org.profbilet.contract.scanner.ListBundle;
import org.profbilet.contract.scanner.ListBundle.OfflineList;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.RootKey;
import org.profbilet.contract.trust.PublishedKey;
import org.profbilet.credentials.IssuerKeys;

/** Shows a door its list, and gives it what it needs when there is no network. */
@Singleton
public class DownloadList {

  /** After it nothing is decided by this list. */
  static final Duration LIFE = Duration.ofHours(72);

  private final Doors doors;
  private final SealedRecords sealedRecords;
  private final BundleVersions versions;
  private final IssuerKeys keys;
  private final Answers answers;
  private final Clock clock;

  DownloadList(
      Doors doors,
      SealedRecords sealedRecords,
      BundleVersions versions,
      IssuerKeys keys,
      Answers answers,
      Clock clock) {
    this.doors = doors;
    this.sealedRecords = sealedRecords;
    this.versions = versions;
    this.keys = keys;
    this.answers = answers;
    this.clock = clock;
  }

  /** The one list of this device. */
  @Transactional
  public DoorList show(UUID deviceId) {
    return shown(doors.enter(deviceId).list());
  }

  /**
   * @throws NotYours where the list is of another meeting
   */
  @Transactional
  public DoorList show(UUID deviceId, UUID listId) {
    return shown(doors.look(deviceId, listId).list());
  }

  private DoorList shown(CheckInList list) {
    return new DoorList(
        list.id(),
        list.meetingId(),
        list.title(),
        list.event(),
        list.kind(),
        list.policy(),
        list.opensAt(),
        list.closesAt(),
        list.zone(),
        versions.of(list),
        answers.count(list));
  }

  /**
   * Not after the doors have closed: who only delivers needs no list of people any more.
   *
   * @throws NotYours where the list is of another meeting, or closed
   */
  @Transactional
  public ListBundle download(UUID deviceId, UUID listId) {
    CheckInList list = doors.look(deviceId, listId).list();
    Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    if (!now.isBefore(list.closesAt())) {
      throw new NotYours();
    }
    SealedRecords.Expected expected = sealedRecords.expected(list, list.dayOf(now));
    SortedMap<String, String> records = sealedRecords.seal(list, expected);
    OfflineList offline = offline(list, BundleVersions.of(list, expected, now), records, now);
    return new ListBundle(sign(manifest(offline, records)), offline);
  }

  private String sign(String manifest) {
    IssuerKeys.Signer root = keys.root();
    String header =
        "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"epb-list+jwt\"}".formatted(root.id());
    return Es256.signingInput(header, manifest) + "." + Es256.sign(header, manifest, root.key());
  }

  /** The key that signs lists and trust; a device pins it when it is enrolled. */
  public RootKey rootKey() {
    PublishedKey pinned = keys.pinned();
    return new RootKey(pinned.id(), pinned.key().x(), pinned.key().y());
  }

  private static OfflineList offline(
      CheckInList list, String version, SortedMap<String, String> records, Instant now) {
    return new OfflineList(
        list.id(),
        version,
        list.title(),
        list.event(),
        list.kind(),
        list.policy(),
        list.opensAt(),
        list.closesAt(),
        list.zone(),
        now,
        now.plus(LIFE),
        list.salt(),
        list.kind() == ListKind.OPEN ? list.handleKey() : null,
        records);
  }

  private static String manifest(OfflineList list, SortedMap<String, String> records) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("list", list.id().toString());
    manifest.put("version", list.version());
    manifest.put("madeAt", list.madeAt().toString());
    manifest.put("validUntil", list.validUntil().toString());
    manifest.put("event", list.event());
    manifest.put("kind", list.kind().name());
    manifest.put("policy", list.policy().name());
    manifest.put("opensAt", list.opensAt().toString());
    manifest.put("closesAt", list.closesAt().toString());
    manifest.put("salt", list.salt());
    manifest.put("records", SealedRecords.digest(records));
    return JSONObjectUtils.toJSONString(manifest);
  }
}
