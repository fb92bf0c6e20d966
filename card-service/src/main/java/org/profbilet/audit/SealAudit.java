package org.profbilet.audit;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains the entries of every organisation by hash and finds what was done to them since. Sealing
 * is no part of the deeds themselves: one chain would make all that an organisation does wait in a
 * row.
 */
@Singleton
public class SealAudit {

  private static final Logger LOG = LoggerFactory.getLogger(SealAudit.class);
  private static final int AT_ONCE = 1000;

  private final SealRepository seals;

  SealAudit(SealRepository seals) {
    this.seals = seals;
  }

  /**
   * Seals up to a thousand entries and tells the log the ends of their chains.
   *
   * @return false where nothing waited, or another process is sealing
   */
  @Transactional
  public boolean seal() {
    List<ChainEnd> ends = seals.seal(AT_ONCE);
    ends.forEach(
        end -> LOG.info("audit {} has {} seals, {}", end.chain(), end.place(), end.hash()));
    return !ends.isEmpty();
  }

  /** Every entry with which something is wrong; reads the whole audit. */
  @Transactional
  public List<Tampering> findTampering() {
    return seals.findTampering();
  }

  /** Seals every minute and looks for tampering every night. */
  @Singleton
  @Requires(property = "profbilet.jobs.enabled", notEquals = "false")
  static class Job {

    private final SealAudit audit;

    Job(SealAudit audit) {
      this.audit = audit;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "30s")
    void seal() {
      while (audit.seal()) {
        // a thousand in one transaction
      }
    }

    @Scheduled(cron = "0 30 3 * * ?")
    void check() {
      for (Tampering found : audit.findTampering()) {
        LOG.error("the audit was tampered with: entry {} {}", found.entryId(), found.trouble());
      }
    }
  }
}
