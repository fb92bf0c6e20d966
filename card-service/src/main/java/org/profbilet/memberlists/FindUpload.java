package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.memberlists.UploadStore.Upload;
import org.profbilet.memberlists.form.Naming;

/** Short looks at what a primary has sent, so that files are read outside of a transaction. */
@Singleton
class FindUpload {

  private final RowScope rowScope;
  private final UploadStore uploads;

  FindUpload(RowScope rowScope, UploadStore uploads) {
    this.rowScope = rowScope;
    this.uploads = uploads;
  }

  @Transactional
  public Naming remembered(Acting acting) {
    rowScope.primary(acting.organisationId());
    return uploads.remembered(acting.organisationId());
  }

  @Transactional
  public Optional<Upload> find(Acting acting, UUID uploadId) {
    rowScope.primary(acting.organisationId());
    return uploads.find(uploadId, acting.organisationId());
  }

  @Transactional
  public void remember(Acting acting, Naming naming) {
    rowScope.primary(acting.organisationId());
    uploads.remember(acting.organisationId(), naming);
  }
}
