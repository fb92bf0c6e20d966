package org.profbilet.notifications.verification;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.profbilet.consents.Channel;
import org.profbilet.notifications.channels.Readiness;
import org.profbilet.notifications.channels.Sender;

/** Sends the codes that members wait for, by e-mail. */
@Singleton
class SendCodes {

  private final UUID owner = UUID.randomUUID();

  private final CodeClaims claims;
  private final SendCode sendCode;
  private final List<Sender> senders;

  SendCodes(CodeClaims claims, SendCode sendCode, List<Sender> senders) {
    this.claims = claims;
    this.sendCode = sendCode;
    this.senders = senders.stream().filter(one -> one.channel() == Channel.EMAIL).toList();
  }

  void sendDue() {
    claims.endOverdue();
    for (Sender sender : senders) {
      while (sender.prepare() instanceof Readiness.Ready) {
        List<CodeRequest> claimed = claims.claim(owner);
        if (claimed.isEmpty()) {
          return;
        }
        claimed.forEach(request -> sendCode.send(request, owner, sender));
      }
    }
  }

  /** Calls it again and again, where a dispatcher runs. */
  @Singleton
  @Requires(property = "profbilet.dispatcher.enabled", notEquals = "false")
  static class Job {

    private final SendCodes codes;

    Job(SendCodes codes) {
      this.codes = codes;
    }

    @Scheduled(fixedDelay = "${profbilet.dispatcher.every:2s}", initialDelay = "3s")
    void run() {
      codes.sendDue();
    }
  }
}
