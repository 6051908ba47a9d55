package cases;

class SameNamedFields {
  static class Base {
    String name = "base";
    Object any = 1;
  }

  static class Middle extends Base {
    int name = 2;
  }

  static class Sub extends Middle {
    String name = "sub";
    Object any = "two";
  }

  static Object[] roots() {
    Sub sub = new Sub();
    ((Base) sub).name = "changed";
    ((Middle) sub).name = 77;
    ((Base) sub).any = sub;
    return new Object[] {sub};
  }

  static String show(Object root) {
    Sub sub = (Sub) root;
    return ((Base) sub).name + ((Middle) sub).name + sub.name + (((Base) sub).any == sub) + sub.any;
  }
}
