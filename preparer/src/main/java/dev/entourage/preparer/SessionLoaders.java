package dev.entourage.preparer;

/**
 * The class loaders of one worker's session. A manifest joins the newest generation that is
 * compatible with it, so that classes keep their identity across tasks; an incompatible one opens
 * the next. Thread-safe.
 *
 * @since 0.1
 */
public final class SessionLoaders {

  /**
   * Makes the loaders of a session.
   *
   * @param requests how to ask the driver
   * @param inherited finds what travels by reference besides the JDK and the API, which come first;
   *     its parent is the one {@link #platformAndApi()} returns, or it is that loader itself
   */
  public SessionLoaders(CodeRequests requests, ClassLoader inherited) {
    throw new UnsupportedOperationException("SessionLoaders");
  }

  /**
   * Returns a loader that shows the JDK and {@code dev.entourage.api}, and nothing else of ours.
   *
   * @return a new loader
   */
  public static ClassLoader platformAndApi() {
    throw new UnsupportedOperationException("platformAndApi");
  }

  /**
   * Finds or makes the loader for the tasks of a manifest. Asks the driver for the manifest and the
   * missing class files where need be.
   *
   * @param manifest the manifest's id
   * @return the loader
   * @throws dev.entourage.CodeUnavailableException when the driver can't be asked
   */
  public ClassLoader loaderFor(Digest manifest) {
    throw new UnsupportedOperationException("loaderFor");
  }
}
