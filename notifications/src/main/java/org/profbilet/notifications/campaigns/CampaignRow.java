package org.profbilet.notifications.campaigns;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.Channel;

/** A campaign as a query shows it: lists joined by commas. */
@MappedEntity(value = "campaign", schema = "notifications")
record CampaignRow(
    @Id UUID id,
    UUID organisationId,
    CampaignState state,
    String subject,
    String body,
    String brief,
    @Nullable String subjectEn,
    @Nullable String bodyEn,
    @Nullable String briefEn,
    @Nullable LocalDate countedDay,
    UUID withinId,
    String kinds,
    String categories,
    String cardStates,
    String roles,
    @Nullable String language,
    String channels,
    Category category,
    @Nullable Instant beginsAt,
    UUID createdBy,
    Instant createdAt,
    @Nullable UUID sentBy,
    @Nullable Instant sentAt,
    @Nullable Integer recipients,
    @Nullable Instant approvedAt,
    @Nullable String returnReason,
    @Nullable Instant expiresAt,
    int audience,
    int told,
    boolean toldAll,
    @Nullable Instant endedAt) {

  Campaign campaign() {
    return new Campaign(
        id,
        organisationId,
        state,
        draft(),
        createdBy,
        createdAt,
        sentBy,
        sentAt,
        recipients,
        approvedAt,
        returnReason,
        expiresAt,
        audience,
        told,
        toldAll,
        endedAt);
  }

  private Draft draft() {
    return new Draft(
        new Words(subject, body, brief),
        subjectEn == null || bodyEn == null || briefEn == null
            ? null
            : new Words(subjectEn, bodyEn, briefEn),
        countedDay,
        new Audience(
            withinId,
            listOf(kinds),
            listOf(categories),
            listOf(cardStates),
            listOf(roles),
            language),
        listOf(channels).stream().map(Channel::valueOf).toList(),
        category,
        beginsAt);
  }

  private static List<String> listOf(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
  }
}
