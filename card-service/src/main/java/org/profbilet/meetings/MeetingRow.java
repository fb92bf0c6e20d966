package org.profbilet.meetings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** What names a meeting to the repositories, whose queries are all written. */
@MappedEntity(value = "meeting", schema = "meetings")
record MeetingRow(@Id UUID id) {}
