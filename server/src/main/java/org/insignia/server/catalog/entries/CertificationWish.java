package org.insignia.server.catalog.entries;

import org.insignia.server.catalog.model.EntryEdit;
import org.insignia.server.catalog.model.Requirement;
import org.jspecify.annotations.Nullable;

/** What is said of a certification, with what it requires. */
public final class CertificationWish {
  /** Most exams, certifications and groups of a requirement. */
  public static final int MOST_PARTS = Tree.MOST_NODES;

  /** So many groups may stand in each other. */
  public static final int DEEPEST = Tree.DEEPEST;

  private final CertificationForm form;
  private final Tree tree;

  CertificationWish(CertificationForm form, Tree tree) {
    this.form = form;
    this.tree = tree;
  }

  /**
   * @param requires null: that is not known, so that nothing is decided
   */
  public static CertificationWish of(CertificationForm form, @Nullable Requirement requires) {
    return new CertificationWish(form, requires == null ? Tree.empty() : Tree.of(requires));
  }

  /** As it would stand in the catalogue. */
  public String title() {
    return EntryEdit.title(form.titles());
  }

  CertificationForm form() {
    return form;
  }

  Tree tree() {
    return tree;
  }
}
