package org.profbilet.notifications.campaigns;

/** What became of a request about a campaign. */
public sealed interface CampaignOutcome {

  record Done(Campaign campaign) implements CampaignOutcome {}

  record Refused(Reason reason) implements CampaignOutcome {}

  /** Why not. */
  enum Reason {
    /** The audience is not within the organisation that sends. */
    AUDIENCE_NOT_YOURS,

    /** A place in the words is not known, or has not the forms that the language needs. */
    PLACES_WRONG,

    /** The words count days, and no day is named. */
    DAY_MISSING,

    /** It goes by SMS too, and there are no words for that, or more than three parts of them. */
    SMS_WORDS_WRONG,

    NOBODY_THERE,

    /** It was sent off, approved, ended or cancelled meanwhile. */
    WRONG_STATE,

    /** The second person is the first one. */
    SAME_PERSON,

    KEY_OF_ANOTHER_REQUEST
  }
}
