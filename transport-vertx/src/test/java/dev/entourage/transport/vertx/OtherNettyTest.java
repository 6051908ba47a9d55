package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Spring Boot's parent manages Netty to 4.1, which lacks what Vert.x 5 starts with. */
class OtherNettyTest {

  @Test
  void isNoReasonToHaveNoProcesses() throws ReflectiveOperationException, IOException {
    try (OlderNetty loader = new OlderNetty(classPath())) {
      Class<?> type = loader.loadClass(LocalBus.class.getName());
      Constructor<?> constructor = type.getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      Field shared = type.getDeclaredField("shared");
      shared.setAccessible(true);
      assertThat(shared.get(constructor.newInstance("session"))).isEqualTo(Optional.empty());
    }
  }

  @Test
  void isNamedToWhoWantsACluster() {
    assertThat(MixedLibraries.named(new NoClassDefFoundError(OlderNetty.MISSING)))
        .hasMessageContaining(OlderNetty.MISSING)
        .hasMessageContaining("netty-transport-4.2")
        .hasMessageContaining("vertx-core-5")
        .hasMessageContaining("netty.version");
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(element).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  private static final class OlderNetty extends URLClassLoader {

    static final String MISSING = "io.netty.channel.MultiThreadIoEventLoopGroup";

    OlderNetty(URL[] urls) {
      super(urls, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.equals(MISSING)) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }
  }
}
