package org.profbilet.memberlists.form;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Text with separators: the encoding and the separator are found, not asked for. */
record CsvWorkbook(String text, char separator) implements Workbook {

  private static final Charset CP1251 = Charset.forName("windows-1251");
  private static final Charset CP866 = Charset.forName("IBM866");
  private static final int LOOKED_AT = 4_000;

  static CsvWorkbook open(byte[] file) throws IOException {
    String text = decode(file);
    if (text.chars().anyMatch(CsvWorkbook::isBinary)) {
      throw new NotAList(Unreadable.NOT_A_TABLE);
    }
    return new CsvWorkbook(text, separator(text));
  }

  @Override
  public int sheets() {
    return 1;
  }

  @Override
  public void read(int sheet, SheetRows rows) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .skipEmptyLines(false)
            .maxBufferSize(1 << 20)
            .ofCsvRecord(text)) {
      int number = 0;
      for (CsvRecord line : reader) {
        if (!rows.row(++number, cells(line))) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw new NotAList(Unreadable.DAMAGED);
    }
  }

  private static List<Cell> cells(CsvRecord line) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(line.getFieldCount(), WIDEST); i++) {
      cells.add(Cell.text(line.getField(i)));
    }
    return cells;
  }

  /** UTF-8 is certain when it decodes; of the two Russian code pages one shows more letters. */
  private static String decode(byte[] file) {
    String mark = mark(file);
    if (mark != null) {
      return new String(file, Charset.forName(mark)).replace("\ufeff", "");
    }
    try {
      CharBuffer decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file));
      return decoded.toString();
    } catch (CharacterCodingException e) {
      return new String(file, codePage(file));
    }
  }

  private static @Nullable String mark(byte[] file) {
    return UniversalDetector.detectCharsetFromBOM(file);
  }

  private static Charset codePage(byte[] file) {
    return letters(file, CP866) > letters(file, CP1251) ? CP866 : CP1251;
  }

  private static long letters(byte[] file, Charset charset) {
    String top = new String(file, 0, Math.min(file.length, LOOKED_AT * 4), charset);
    return top.chars().filter(c -> (c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё').count();
  }

  private static char separator(String text) {
    String top = text.substring(0, Math.min(text.length(), LOOKED_AT));
    char best = ';';
    for (char candidate : new char[] {',', '\t'}) {
      best = count(top, candidate) > count(top, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a;
  }
}
