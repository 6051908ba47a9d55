import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/** Gives a class other code than its file has: when it is loaded, and, as debuggers do, later. */
public class ChangingAgent {

  private static Instrumentation jvm;
  private static Path folder;
  private static volatile byte[] code;

  /** Takes the folder of the other class files. */
  public static void premain(String argument, Instrumentation given) throws Exception {
    jvm = given;
    folder = Path.of(argument);
    code = Files.readAllBytes(folder.resolve("loaded/ChangedDriver$Point.class"));
    ClassFileTransformer change =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> type, ProtectionDomain at, byte[] file) {
            return "ChangedDriver$Point".equals(name) ? code : null;
          }
        };
    given.addTransformer(change, true);
  }

  /** Changes a number in the code, and none of the class's constants. */
  public static void redefine(Class<?> type) throws Exception {
    code = Files.readAllBytes(folder.resolve("again/ChangedDriver$Point.class"));
    jvm.redefineClasses(new ClassDefinition(type, code));
  }
}
