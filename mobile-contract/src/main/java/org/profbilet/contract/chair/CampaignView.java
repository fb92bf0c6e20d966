package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign and how far it is; counts, never names.
 *
 * @param state DRAFT, WAITING (for a second person), RUNNING, PAUSED, CANCELLED or DONE
 * @param within the name of the organisation in which its audience is
 * @param isMine whether the caller wrote it or sent it off: somebody else approves it then
 * @param recipients how many people the audience was when it was sent off
 * @param returnReason why a second person gave it back
 * @param expiresAt when what could not be sent is left
 * @param audience how many members have it in their page so far
 * @param told how many of them are told by a channel too
 * @param toldAll whether everybody of the audience has it
 */
@Serdeable
public record CampaignView(
    UUID id,
    String organisation,
    String within,
    String state,
    boolean isMine,
    NewCampaign campaign,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable Integer recipients,
    @Nullable String returnReason,
    @Nullable Instant expiresAt,
    int audience,
    int told,
    boolean toldAll,
    @Nullable Instant endedAt,
    List<Progress> progress) {

  public CampaignView {
    progress = List.copyOf(progress);
  }

  /**
   * @param state of the messages: PENDING, CLAIMED, ACCEPTED, DELIVERED, BOUNCED, UNCERTAIN, DEAD
   *     or WITHHELD
   * @param reason why they were withheld; a member is then told by the next channel
   */
  @Serdeable
  public record Progress(
      MessageChannel channel, String state, @Nullable String reason, int messages) {}
}
