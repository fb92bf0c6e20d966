package org.profbilet.memberlists.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Unpacks every part once into nothing before anything parses it, so that a bomb costs time with an
 * end and no memory: parts have a size, texts have a length, and no part declares entities.
 */
final class ZipInspection {

  private static final long LARGEST_SHEET = 400L << 20;
  private static final long LARGEST_PART = 32L << 20;
  private static final int MOST_PARTS = 2_000;

  private ZipInspection() {}

  /** Names of the parts of a harmless archive. */
  static Set<String> parts(byte[] file) {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      Set<String> names = new HashSet<>();
      long total = 0;
      for (Enumeration<ZipArchiveEntry> e = zip.getEntries(); e.hasMoreElements(); ) {
        ZipArchiveEntry part = e.nextElement();
        total += inspect(zip, part);
        if (!names.add(part.getName()) || names.size() > MOST_PARTS || total > LARGEST_SHEET) {
          throw new NotAList(Unreadable.SUSPICIOUS);
        }
      }
      return names;
    } catch (IOException | IllegalArgumentException e) {
      throw new NotAList(Unreadable.DAMAGED);
    }
  }

  private static long inspect(ZipFile zip, ZipArchiveEntry part) throws IOException {
    String name = part.getName();
    boolean isSheet = name.startsWith("xl/worksheets/") || name.equals("content.xml");
    boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
    long limit = isSheet ? LARGEST_SHEET : LARGEST_PART;
    XmlGuard guard = new XmlGuard();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(part)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > limit || (isXml && !guard.accepts(buffer, n))) {
          throw new NotAList(Unreadable.SUSPICIOUS);
        }
      }
    }
    return size;
  }
}
