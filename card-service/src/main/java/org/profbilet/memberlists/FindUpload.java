package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.memberlists.UploadStore.Upload;
import org.profbilet.memberlists.form.Naming;

/** Short looks at what a primary has sent, so that files are read outside of a transaction. */
@Singleton
class FindUpload {

  private final RowScope rowScope;
  private final UploadStore uploads;
  private final PlanStore plans;

  FindUpload(RowScope rowScope, UploadStore uploads, PlanStore plans) {
    this.rowScope = rowScope;
    this.plans = plans;
    this.uploads = uploads;
  }

  @Transactional
  public Naming remembered(Acting acting) {
    rowScope.primary(acting.organisationId());
    return uploads.remembered(acting.organisationId());
  }

  /**
   * @return empty where the plan stands and its file is kept no more
   * @throws NotYours where this primary has sent no such file
   */
  @Transactional
  public Optional<Upload> find(Acting acting, UUID uploadId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Optional<Upload> upload = uploads.find(uploadId, primaryId);
    if (upload.isEmpty() && plans.find(uploadId, primaryId).isEmpty()) {
      throw new NotYours();
    }
    return upload;
  }

  @Transactional
  public void remember(Acting acting, Naming naming) {
    rowScope.primary(acting.organisationId());
    uploads.remember(acting.organisationId(), naming);
  }
}
