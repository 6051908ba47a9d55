import dev.entourage.CallOptions;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import java.util.List;

/** A security manager that comes when the pool is open; the policy lets the program do all. */
public class LateManagerCases {

  public static void main(String[] args) {
    System.out.println("loses=workers");
    Cases.run(LateManagerCases.class, args);
  }

  private record Square(int of, int square) {}

  private static Square square(int of) {
    return new Square(of, of * of);
  }

  @SuppressWarnings("removal")
  static void isNotInTheWayOfAnything(Workers workers) throws Exception {
    Cases.same(new Square(3, 9), Cases.on(workers, () -> square(3)));
    System.setSecurityManager(new SecurityManager());
    Cases.same(new Square(4, 16), Cases.on(workers, () -> square(4)));
    Cases.same(25, workers.submit(() -> square(5)).thenApply(Square::square).join());
    Cases.same(List.of(1, 4, 9), workers.map(List.of(1, 2, 3), of -> square(of).square()));
    Cases.thrown(
        WorkerLostException.class,
        () -> Cases.await(workers.submit(LateManagerCases::end, once())));
    Cases.same(4, workers.map(List.of(1, 2, 3, 4), LateManagerCases::square).size());
    try (Workers second = Cases.pool(1).build()) {
      Cases.same(new Square(6, 36), Cases.on(second, () -> square(6)));
    }
  }

  private static CallOptions once() {
    return CallOptions.defaults().withAttempts(1);
  }

  private static int end() {
    Runtime.getRuntime().halt(3);
    return 0;
  }
}
