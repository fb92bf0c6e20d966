package org.profbilet.memberlists.form;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.profbilet.memberlists.form.RowProblem.Code;

/** The days of three consents and the channels of the third. */
final class ConsentColumns {

  private ConsentColumns() {}

  static ListedConsents read(RowCells row, DateColumns dates) {
    LocalDate processing = dates.optional(row, Column.CONSENT_PROCESSING);
    LocalDate partner = dates.optional(row, Column.CONSENT_PARTNER);
    LocalDate messages = dates.optional(row, Column.CONSENT_MESSAGES);
    Set<ListedChannel> channels = channels(row);
    boolean signed = !row.cell(Column.CONSENT_MESSAGES).isEmpty();
    if (signed && row.cell(Column.CHANNELS).isEmpty()) {
      row.problem(Column.CHANNELS, Code.CHANNELS_NEEDED);
    }
    if (!signed && !channels.isEmpty()) {
      row.problem(Column.CHANNELS, Code.CHANNELS_WITHOUT_CONSENT);
      channels = Set.of();
    }
    return new ListedConsents(processing, partner, messages, channels);
  }

  private static Set<ListedChannel> channels(RowCells row) {
    Set<ListedChannel> channels = EnumSet.noneOf(ListedChannel.class);
    String text = row.text(Column.CHANNELS);
    for (String word : text.split("[;,/+\\n]|\\s+(?=[A-ZА-Яa-zа-я]{3})")) {
      Optional<ListedChannel> channel = CodeList.CHANNEL.find(word);
      if (channel.isPresent()) {
        channels.add(channel.get());
      } else if (!word.isBlank()) {
        String allowed = String.join(", ", CodeList.CHANNEL.words());
        row.problem(Column.CHANNELS, Code.CODE_UNKNOWN, allowed);
        return channels;
      }
    }
    return channels;
  }
}
