package dev.entourage.preparer;

import java.util.Optional;
import java.util.Set;

/**
 * Finds the classes of results and defines none. A worker's answer can name only
 *
 * <ul>
 *   <li>the driver's own classes of the task's manifest, and those of other tasks that the loaders
 *       of these find: workers keep what one task brought, and another may return it;
 *   <li>classes that travel by reference, out of the jars of which the task's code mentions a
 *       class;
 *   <li>the API, and of the JDK what {@link PlatformData} allows or the task's code mentions.
 * </ul>
 *
 * <p>So no answer brings a class of the driver's class path to life that the task had nothing to do
 * with.
 */
final class ResultLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final Sealed task;
  private final CodeOrigins origins;
  private final Set<Class<?>> travelled;
  private final LibraryReach libraries;

  ResultLoader(Sealed task, CodeOrigins origins, Set<Class<?>> travelled) {
    super("entourage-results", null);
    this.task = task;
    this.origins = origins;
    this.travelled = travelled;
    this.libraries = new LibraryReach(origins);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> own = task.type(name);
    return own != null
        ? own
        : platform(name).or(() -> users(name)).orElseThrow(() -> refused(name));
  }

  private Optional<Class<?>> platform(String name) {
    if (PlatformAndApiLoader.isApi(PlatformAndApiLoader.packageName(name))) {
      return NameLookup.ask(ResultLoader.class.getClassLoader(), name);
    }
    return NameLookup.ask(ClassLoader.getPlatformClassLoader(), name)
        .filter(type -> PlatformData.allows(type, task.mentions(name)));
  }

  private Optional<Class<?>> users(String name) {
    return task.loaders().stream()
        .flatMap(loader -> NameLookup.ask(loader, name).stream())
        .filter(type -> travelled.contains(type) || isInherited(type) && isMentioned(type))
        .findFirst();
  }

  private boolean isInherited(Class<?> type) {
    return origins.of(type).way() == Origin.Way.BY_REFERENCE;
  }

  private boolean isMentioned(Class<?> type) {
    return Throwable.class.isAssignableFrom(type)
        || origins.isChosen(type)
        || libraries.reaches(task.types(), type);
  }

  private static ClassNotFoundException refused(String name) {
    return new ClassNotFoundException(
        name
            + " has nothing to do with the task: its code never mentions it. Mention it there, or"
            + " name its package in Workers.Builder.byReference.");
  }
}
