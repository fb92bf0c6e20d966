package org.profbilet.notifications.campaigns;

/** How far a campaign is. */
public enum CampaignState {
  DRAFT,

  /** For a second person to approve. */
  WAITING,

  /** Told to its audience, or about to be when its time comes. */
  RUNNING,
  PAUSED,
  CANCELLED,
  DONE
}
