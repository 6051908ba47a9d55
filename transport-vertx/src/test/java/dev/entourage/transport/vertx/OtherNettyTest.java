package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.entourage.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spring Boot's parent manages Netty to 4.1, which lacks what Vert.x 5 starts with. */
class OtherNettyTest {

  @Test
  void isNamedWithTheFix() throws ReflectiveOperationException, IOException {
    try (OlderNetty loader = new OlderNetty(classPath())) {
      Method get = loader.loadClass(SharedVertx.class.getName()).getDeclaredMethod("get");
      get.setAccessible(true);
      Throwable thrown = catchThrowable(() -> get.invoke(null));
      assertThat(thrown).isInstanceOf(InvocationTargetException.class);
      assertThat(thrown.getCause().getClass().getName())
          .isEqualTo(ConfigurationException.class.getName());
      assertThat(thrown.getCause())
          .hasMessageContaining(OlderNetty.MISSING.replace('.', '/'))
          .hasMessageContaining("netty-transport-4.2")
          .hasMessageContaining("netty.version");
    }
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
