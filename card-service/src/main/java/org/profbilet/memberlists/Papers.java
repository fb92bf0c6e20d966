package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentTexts;
import org.profbilet.consents.CurrentConsent;
import org.profbilet.consents.ListConsents;
import org.profbilet.consents.MemberConsents;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.RecordPaperConsents.Paper;
import org.profbilet.memberlists.form.ListedChannel;
import org.profbilet.memberlists.form.ListedConsents;

/** The dates of consents in a list, as the papers that the ledger takes. */
@Singleton
class Papers {

  private final ListConsents listConsents;
  private final ConsentTexts texts;

  Papers(ListConsents listConsents, ConsentTexts texts) {
    this.listConsents = listConsents;
    this.texts = texts;
  }

  /** A purpose and, for messages, a channel. */
  record Subject(Purpose purpose, Channel channel) {}

  /** One paper a purpose; for messages one a channel. */
  static List<Paper> of(UUID personId, ListedConsents consents) {
    List<Paper> papers = new ArrayList<>();
    add(papers, personId, Purpose.UNION_PROCESSING, Channel.NONE, consents.processingOn());
    add(papers, personId, Purpose.PARTNER, Channel.NONE, consents.partnerOn());
    for (ListedChannel channel : consents.channels()) {
      add(papers, personId, Purpose.MESSAGES, channel(channel), consents.messagesOn());
    }
    return papers;
  }

  /** What everybody on record has decided so far. */
  Map<UUID, Map<Subject, CurrentConsent>> known(Acting acting) {
    Map<UUID, Map<Subject, CurrentConsent>> known = new HashMap<>();
    for (Purpose purpose : Purpose.values()) {
      for (MemberConsents member : listConsents.list(acting, purpose)) {
        for (CurrentConsent consent : member.decisions()) {
          known
              .computeIfAbsent(member.member().personId(), id -> new HashMap<>())
              .put(new Subject(purpose, consent.channel()), consent);
        }
      }
    }
    return known;
  }

  /** Whether there were words to sign on that day. */
  boolean hasText(Purpose purpose, LocalDate signedOn, Map<String, Boolean> remembered) {
    return remembered.computeIfAbsent(
        purpose + " " + signedOn, key -> texts.findInForce(purpose, signedOn).isPresent());
  }

  private static void add(
      List<Paper> papers,
      UUID personId,
      Purpose purpose,
      Channel channel,
      @Nullable LocalDate signedOn) {
    if (signedOn != null) {
      papers.add(new Paper(personId, purpose, channel, signedOn));
    }
  }

  static Channel channel(ListedChannel channel) {
    return switch (channel) {
      case SMS -> Channel.SMS;
      case PUSH -> Channel.PUSH;
      case EMAIL -> Channel.EMAIL;
    };
  }
}
