package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.memberlists.PreviewOutcome.NotRead;
import org.profbilet.memberlists.form.ListReading;
import org.profbilet.memberlists.form.ReadMemberList;

/** Reads a list and shows what it would change. Nothing of the register changes yet. */
@Singleton
public class PreviewList {

  private final ReadMemberList readMemberList;
  private final MakePlan makePlan;

  PreviewList(ReadMemberList readMemberList, MakePlan makePlan) {
    this.readMemberList = readMemberList;
    this.makePlan = makePlan;
  }

  /**
   * @param key names the request and becomes the id of the plan
   * @param file is read before any transaction begins and kept nowhere
   */
  public PreviewOutcome preview(Acting acting, UUID key, byte[] file) {
    ListReading reading = readMemberList.read(file);
    if (reading instanceof ListReading.Refused refused) {
      return new NotRead(refused.reason(), refused.details());
    }
    ListReading.Read read = (ListReading.Read) reading;
    return makePlan.make(acting, key, sha256(file), read.list());
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
