import dev.entourage.Workers;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Looks for Mersenne primes on every worker of a cluster, or of this machine.
 *
 * <pre>
 * ./entourage worker --cluster examples/loopback.properties --workers 2   (in other terminals, as many as you like)
 * ./entourage run --cluster examples/loopback.properties examples/Cluster.java
 * ./entourage run examples/Cluster.java                                   (without a cluster)
 * </pre>
 */
public class Cluster {

  /** What a worker found, and where. */
  record Finding(int exponent, boolean prime, String worker) {}

  /** The Lucas-Lehmer test: is 2^p - 1 prime? */
  record Search(String name) {

    Finding look(int p) {
      BigInteger mersenne = BigInteger.ONE.shiftLeft(p).subtract(BigInteger.ONE);
      BigInteger s = BigInteger.valueOf(4);
      for (int i = 2; i < p; i++) {
        s = s.multiply(s).subtract(BigInteger.TWO).mod(mersenne);
      }
      return new Finding(p, p == 2 || s.signum() == 0, "process " + ProcessHandle.current().pid());
    }
  }

  public static void main(String[] args) {
    Search search = new Search("Mersenne");
    List<Integer> exponents =
        IntStream.rangeClosed(2, 1300)
            .filter(p -> BigInteger.valueOf(p).isProbablePrime(20))
            .boxed()
            .toList();

    // No transport is named: the command line says where the workers are.
    try (Workers workers = Workers.builder().build()) {
      List<Finding> findings = workers.map(exponents, search::look);

      Map<String, Long> done = new TreeMap<>();
      findings.forEach(finding -> done.merge(finding.worker(), 1L, Long::sum));
      done.forEach((worker, n) -> System.out.printf("%s tested %d numbers%n", worker, n));
      List<Integer> primes =
          findings.stream().filter(Finding::prime).map(Finding::exponent).toList();
      System.out.println("2^p - 1 is prime for p = " + primes);
      workers.members().forEach(it -> System.out.println(it.name() + " is on host " + it.host()));
    }
  }
}
