import dev.entourage.Workers;
import java.io.Serializable;

/** Sends an object whose class another agent has changed, before and after it changes it again. */
public class ChangedDriver {

  public static class Point implements Serializable {
    int run() {
      return 1;
    }
  }

  public static void main(String[] args) throws Exception {
    Point point = new Point();
    try (Workers workers = Workers.local(1)) {
      System.out.println("loaded=" + point.run() + " " + workers.submit(() -> point.run()).join());
      Class.forName("ChangingAgent").getMethod("redefine", Class.class).invoke(null, Point.class);
      System.out.println("again=" + point.run() + " " + workers.submit(() -> point.run()).join());
    }
  }
}
