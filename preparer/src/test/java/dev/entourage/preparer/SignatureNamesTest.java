package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureNamesTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lp/A;|p.A",
        "[[Lp/A;|p.A",
        "(ILp/A;[JLp/B;)Lp/C;|p.A p.B p.C",
        "Ljava/util/List<+Lp/A;>;|java.util.List p.A",
        "Lp/O<Lp/A;>.I<Lp/B;>;|p.O p.A p.O$I p.B",
        "Lp/O<TT;>.I.J;|p.O p.O$I p.O$I$J",
        "<T:Lp/A;U::Lp/B;L:TT;>Lp/C<TT;TU;>;Lp/D;|p.A p.B p.C p.D",
        "<L::Lp/A<-Lp/B;>;:Lp/E;>(TL;)V^Lp/X;|p.A p.B p.E p.X",
        "Lp/A<*>;|p.A",
        "Lα/Ω;|α.Ω"
      })
  void readsDescriptorsAndSignatures(String text, String names) {
    assertThat(SignatureNames.in(text)).containsExactly(names.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "L",
        "L;",
        "Lorem ipsum;",
        "LineNumberTable",
        "<init>",
        "[",
        "Lp/A<",
        "Lp/A<>",
        "Lp/A<Lp/B;;",
        "(I)V",
        "[I",
        "Lp/A;x",
        ">",
        "Lp/A;>",
        "<T",
        "<T:",
        "Lp.A;"
      })
  void findsNothingInOtherTexts(String text) {
    assertThat(SignatureNames.in(text)).isEmpty();
  }

  @Property(tries = 5000)
  void anyTextComesToAnEnd(
      @ForAll @net.jqwik.api.constraints.Chars({'L', '<', '>', ';', ':', '.', 'T', '/', '[', '('})
          String text) {
    assertThat(SignatureNames.in(text)).doesNotContainNull();
  }

  /** How much a text takes depends on the compiler, how it grows doesn't. */
  @Test
  void fourTimesTheTextTakesNoMoreThanSixTimesTheMemory() {
    assertThat(memory(32_000)).isLessThan(6 * memory(8_000));
  }

  private static long memory(int length) {
    String deep = "Lp/A<".repeat(length / 5 * 2);
    String wide = "<" + "T:".repeat(length);
    // Each of these names would be two characters longer than the one before.
    String members = "LA<TT;>" + ".a".repeat(length) + ";";
    String arguments = "LA<>" + ".a<>".repeat(length / 2) + ";";
    long before = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(SignatureNames.in(deep)).isEmpty();
    assertThat(SignatureNames.in(wide)).isEmpty();
    assertThat(SignatureNames.in(members)).isEmpty();
    assertThat(SignatureNames.in(arguments)).isEmpty();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
