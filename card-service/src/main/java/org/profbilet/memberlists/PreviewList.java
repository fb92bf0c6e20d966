package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.memberlists.PreviewOutcome.NotRead;
import org.profbilet.memberlists.PreviewOutcome.Refused;
import org.profbilet.memberlists.UploadStore.Upload;
import org.profbilet.memberlists.form.FileColumn;
import org.profbilet.memberlists.form.ListReading;
import org.profbilet.memberlists.form.Naming;
import org.profbilet.memberlists.form.ReadMemberList;

/** Reads a list and shows what it would change. Nothing of the register changes yet. */
@Singleton
public class PreviewList {

  private final ReadMemberList readMemberList;
  private final FindUpload findUpload;
  private final MakePlan makePlan;

  PreviewList(ReadMemberList readMemberList, FindUpload findUpload, MakePlan makePlan) {
    this.readMemberList = readMemberList;
    this.findUpload = findUpload;
    this.makePlan = makePlan;
  }

  /**
   * @param key names the request and becomes the id of the plan
   * @param file is read before any transaction begins, and kept until the plan is applied
   */
  public PreviewOutcome preview(Acting acting, UUID key, byte[] file) {
    return read(acting, key, new Upload(file, findUpload.remembered(acting)));
  }

  /**
   * Reads a kept file again, its columns named otherwise: a new plan, and names to remember.
   *
   * @param uploadId the key of the request that sent the file
   * @throws org.profbilet.access.NotYours where this primary has sent no such file
   */
  public PreviewOutcome rename(Acting acting, UUID uploadId, UUID key, Naming naming) {
    if (naming.isAmbiguous()) {
      return new Refused(PreviewOutcome.Reason.COLUMN_TWICE);
    }
    Optional<Upload> upload = findUpload.find(acting, uploadId);
    if (upload.isEmpty()) {
      return new Refused(PreviewOutcome.Reason.FILE_GONE);
    }
    findUpload.remember(acting, naming);
    return read(
        acting, key, new Upload(upload.get().content(), upload.get().naming().with(naming)));
  }

  /**
   * The columns of a kept file with what they are taken for; empty when the file is kept no more.
   *
   * @throws org.profbilet.access.NotYours where this primary has sent no such file
   */
  public Optional<List<FileColumn>> columns(Acting acting, UUID uploadId) {
    return findUpload
        .find(acting, uploadId)
        .map(upload -> readMemberList.columns(upload.content(), upload.naming()));
  }

  private PreviewOutcome read(Acting acting, UUID key, Upload upload) {
    ListReading reading = readMemberList.read(upload.content(), upload.naming());
    if (reading instanceof ListReading.Read read) {
      return makePlan.make(acting, key, upload, read.list());
    }
    ListReading.Refused refused = (ListReading.Refused) reading;
    NotRead unread = new NotRead(refused.reason(), refused.details());
    return unread.canBeNamed() ? makePlan.keep(acting, key, upload, unread) : unread;
  }
}
