package cases;

class TransientFields {
  int kept = 1;
  transient int number = 2;
  transient Object lost = Thread.currentThread();

  static Object[] roots() {
    TransientFields fields = new TransientFields();
    return new Object[] {fields};
  }

  static String show(Object root) {
    TransientFields fields = (TransientFields) root;
    boolean here = fields.lost != null && fields.number == 2;
    boolean gone = fields.lost == null && fields.number == 0;
    return fields.kept + " " + (here || gone);
  }
}
