package org.profbilet.meetings.bundles;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.profbilet.access.NotYours;
import org.profbilet.contract.credential.Es256;
import org.profbilet.contract.scanner.DoorList;
import org.profbilet.contract.scanner.ListBundle;
import org.profbilet.contract.scanner.ListBundle.OfflineList;
import org.profbilet.contract.scanner.ListDelta;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.PartDigests;
import org.profbilet.contract.scanner.RootKey;
import org.profbilet.contract.trust.PublishedKey;
import org.profbilet.credentials.IssuerKeys;
import org.profbilet.meetings.CheckInList;
import org.profbilet.meetings.Hashes;
import org.profbilet.meetings.Lists;
import org.profbilet.meetings.devices.Doors;

/** Shows a door its list, and gives it what it needs when there is no network. */
@Singleton
public class DownloadList {

  /** After it nothing is decided by this list. */
  static final Duration LIFE = Duration.ofHours(72);

  private final Doors doors;
  private final SealedRecords sealedRecords;
  private final BundleVersions versions;
  private final IssuerKeys keys;
  private final Lists lists;
  private final Clock clock;

  DownloadList(
      Doors doors,
      SealedRecords sealedRecords,
      BundleVersions versions,
      IssuerKeys keys,
      Lists lists,
      Clock clock) {
    this.doors = doors;
    this.sealedRecords = sealedRecords;
    this.versions = versions;
    this.keys = keys;
    this.lists = lists;
    this.clock = clock;
  }

  /** The lists of this device, by their hours. */
  @Transactional
  public List<DoorList> show(UUID deviceId) {
    return doors.enter(deviceId).scanned().stream().map(this::shown).toList();
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
        list.name(),
        list.event(),
        list.kind(),
        list.policy(),
        list.opensAt(),
        list.closesAt(),
        list.zone(),
        list.exclusiveGroup(),
        list.settings(),
        list.closedAt() != null || list.cancelledAt() != null,
        versions.of(list),
        lists.count(list));
  }

  /**
   * Not after the doors have closed: who only delivers needs no list of people any more.
   *
   * @throws NotYours where the list is of another meeting, or closed
   */
  @Transactional
  public ListBundle download(UUID deviceId, UUID listId) {
    OfflineList offline = offline(doors.look(deviceId, listId).list());
    return new ListBundle(sign(manifest(offline)), offline);
  }

  /**
   * Of the records only those parts that the device does not have.
   *
   * @throws NotYours where the list is of another meeting, or closed
   */
  @Transactional
  public ListDelta download(UUID deviceId, UUID listId, PartDigests known) {
    OfflineList offline = offline(doors.look(deviceId, listId).list());
    List<String> parts = Parts.changed(offline.records(), known.parts());
    return new ListDelta(sign(manifest(offline)), Parts.only(offline, parts), parts);
  }

  private OfflineList offline(CheckInList list) {
    Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    if (!now.isBefore(list.closesAt())) {
      throw new NotYours();
    }
    SealedRecords.Expected expected = sealedRecords.expected(list, list.dayOf(now));
    return new OfflineList(
        list.id(),
        BundleVersions.of(list, expected, now),
        list.name(),
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
        list.exclusiveGroup(),
        lists.text(list.settings()),
        sealedRecords.seal(list, expected));
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

  private static String manifest(OfflineList list) {
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
    manifest.put("decides", Hashes.sha256(list.settings() + "|" + list.exclusiveGroup()));
    manifest.put("records", SealedRecords.digest(new TreeMap<>(list.records())));
    return JSONObjectUtils.toJSONString(manifest);
  }
}
