package org.profbilet.credentials.wallets;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.RowScope;

/**
 * What Apple's wallets ask of us (Wallet Web Service Reference): a phone names itself for a pass,
 * asks what changed, and fetches it anew.
 */
@Singleton
@Requires(bean = ApplePassFile.class)
public class AppleService {

  private final RowScope rowScope;
  private final KeepPasses keepPasses;
  private final WalletPassRepository passes;
  private final ApplePassFile file;
  private final String passType;

  AppleService(
      RowScope rowScope,
      KeepPasses keepPasses,
      WalletPassRepository passes,
      ApplePassFile file,
      @Value("${profbilet.wallets.apple.pass-type}") String passType) {
    this.rowScope = rowScope;
    this.keepPasses = keepPasses;
    this.passes = passes;
    this.file = file;
    this.passType = passType;
  }

  public boolean isOurs(String type) {
    return type.equals(passType);
  }

  /**
   * @return whether the pass and its word fit
   */
  @Transactional
  public boolean register(UUID passId, String word, String device, String pushToken) {
    return keepPasses
        .ask(passId, word)
        .map(row -> passes.register(row.id(), device, pushToken) == 1)
        .orElse(false);
  }

  /**
   * @return whether the pass and its word fit
   */
  @Transactional
  public boolean unregister(UUID passId, String word, String device) {
    return keepPasses
        .ask(passId, word)
        .map(row -> passes.unregister(row.id(), device) >= 0)
        .orElse(false);
  }

  /**
   * A pass that has changed.
   *
   * @param changedAt also the tag by which the next question is asked
   */
  public record Changed(UUID passId, Instant changedAt) {}

  /** The passes on a phone that changed after this moment, the newest last. */
  @Transactional
  public List<Changed> listChanged(String device, Instant since) {
    return passes.listPassesOn(device).stream()
        .flatMap(id -> find(id).stream())
        .filter(row -> row.changedAt().isAfter(since))
        .map(row -> new Changed(row.id(), row.changedAt()))
        .sorted(Comparator.comparing(Changed::changedAt))
        .toList();
  }

  /** The pass as it is now. */
  @Transactional
  public Optional<byte[]> fetch(UUID passId, String word) {
    return keepPasses.ask(passId, word).map(row -> file.of(keepPasses.shown(row)));
  }

  private Optional<WalletPassRow> find(UUID passId) {
    return passes
        .findOwner(passId)
        .flatMap(
            owner -> {
              rowScope.person(owner);
              return passes.findById(passId);
            });
  }
}
