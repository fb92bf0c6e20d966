package org.profbilet.memberlists.form;

/**
 * Looks at the bytes of an XML part for what no spreadsheet program writes and what makes parsers
 * eat memory or read files: a document type, a text of megabytes, a column far right of the last.
 */
final class XmlGuard {

  private static final String DOCTYPE = "<!DOCTYPE";
  private static final String REFERENCE = " r=\"";
  private static final int LONGEST_RUN = 1 << 20;
  private static final int LONGEST_COLUMN_NAME = 3;

  private int run;
  private int doctype;
  private int reference;
  private int letters;

  /** Zero bytes are passed over, so that UTF-16 hides nothing. */
  boolean accepts(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != 0 && !accepts((char) (bytes[i] & 0xff))) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(char c) {
    run = c == '<' ? 0 : run + 1;
    doctype = step(DOCTYPE, doctype, Character.toUpperCase(c));
    boolean inReference = reference == REFERENCE.length();
    letters = inReference && c >= 'A' && c <= 'Z' ? letters + 1 : 0;
    if (!inReference || letters == 0) {
      reference = step(REFERENCE, inReference ? 0 : reference, c);
    }
    return run <= LONGEST_RUN && doctype < DOCTYPE.length() && letters <= LONGEST_COLUMN_NAME;
  }

  private static int step(String word, int matched, char c) {
    if (word.charAt(matched) == c) {
      return matched + 1;
    }
    return word.charAt(0) == c ? 1 : 0;
  }
}
