import dev.entourage.Workers;

/** Loads the classes that every script needs, for the launcher's archive. */
class WarmUp {

  public static void main(String[] args) {
    int one = 1;
    try (Workers workers = Workers.local(1)) {
      workers.submit(() -> one).join();
    }
  }
}
