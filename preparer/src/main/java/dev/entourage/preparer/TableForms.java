package dev.entourage.preparer;

/** The rows of a table that are forms. */
final class TableForms {

  private final Forms forms;
  private final TableView table;

  /** The kinds by the numbers of their names. */
  private final FormKind[] kinds;

  TableForms(Forms forms, TableView table) {
    this.forms = forms;
    this.table = table;
    kinds = new FormKind[table.texts()];
  }

  FormKind kind(int row) {
    int name = table.type(row);
    FormKind known = kinds[name];
    if (known == null) {
      known = forms.named(table.typeText(row));
      kinds[name] = known;
    }
    return known;
  }

  /** Makes an object whose parts are still to come. */
  Object shell(int row) {
    Object shell = forms.shell(kind(row), table.head(row));
    if (shell == null) {
      throw TableReader.damaged("a kind without shells");
    }
    return shell;
  }

  /** Makes an object of its parts, or fills its shell. */
  Object rebuild(int row, Object[] parts, Object shell) {
    return forms.rebuild(kind(row), new Form(table.typeText(row), table.head(row), parts), shell);
  }
}
