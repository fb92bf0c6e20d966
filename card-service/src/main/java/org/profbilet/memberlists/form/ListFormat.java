package org.profbilet.memberlists.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The formats a list may have; what decides is the content, never the name of the file. */
public enum ListFormat {
  XLSX,
  XLS,
  ODS,
  CSV;

  /** POI holds an old workbook whole, about twenty times its size. */
  private static final int LARGEST_XLS = 8 << 20;

  static ListFormat of(byte[] file) {
    if (startsWith(file, 0x50, 0x4b)) {
      return ofParts(ZipInspection.parts(file));
    }
    return startsWith(file, 0xd0, 0xcf, 0x11, 0xe0) ? XLS : CSV;
  }

  Workbook open(byte[] file) throws IOException {
    return switch (this) {
      case XLSX -> XlsxWorkbook.open(file);
      case ODS -> OdsWorkbook.open(file);
      case CSV -> CsvWorkbook.open(file);
      case XLS -> openXls(file);
    };
  }

  private static ListFormat ofParts(Set<String> parts) {
    if (parts.contains("xl/workbook.xml")) {
      return XLSX;
    }
    if (parts.contains("content.xml") && parts.contains("META-INF/manifest.xml")) {
      return ODS;
    }
    throw new NotAList(Unreadable.NOT_A_TABLE);
  }

  private static Workbook openXls(byte[] file) throws IOException {
    if (file.length > LARGEST_XLS) {
      throw new NotAList(Unreadable.TOO_BIG);
    }
    POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(file));
    if (ole.getRoot().hasEntry("EncryptedPackage")) {
      throw new NotAList(Unreadable.PASSWORD);
    }
    if (!ole.getRoot().hasEntry("Workbook")) {
      throw new NotAList(Unreadable.NOT_A_TABLE);
    }
    try {
      return new XlsWorkbook(new HSSFWorkbook(ole));
    } catch (EncryptedDocumentException e) {
      throw new NotAList(Unreadable.PASSWORD);
    } catch (OldExcelFormatException e) {
      throw new NotAList(Unreadable.NOT_A_TABLE);
    }
  }

  private static boolean startsWith(byte[] file, int... magic) {
    if (file.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((file[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
