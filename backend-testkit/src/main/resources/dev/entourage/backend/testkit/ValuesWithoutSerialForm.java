package cases;

import java.io.*;
import java.nio.*;
import java.nio.file.attribute.FileTime;
import java.security.*;
import java.time.*;
import java.time.format.*;
import java.util.*;
import java.util.concurrent.TimeUnit;

class ValuesWithoutSerialForm {
  static Object[] roots() throws Exception {
    Map<String, Integer> map = new LinkedHashMap<>(Map.of("a", 1));
    byte[] shared = {1, 2, 3, 4};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(7);
    return new Object[] {
      DateTimeFormatter.ofPattern("EEEE d. MMMM uuuu, VV zzzz", Locale.FRANCE), DateTimeFormatter.ISO_WEEK_DATE,
      HexFormat.ofDelimiter(":"), FileTime.from(5, TimeUnit.DAYS), Base64.getUrlEncoder().withoutPadding(), new StringJoiner(",", "<", ">").add("a"), out,
      new Object[] {map.keySet(), map, map.values(), map.keySet()}, new ArrayList<>(map.entrySet()).get(0),
      new Object[] {ByteBuffer.wrap(shared, 1, 2).slice().order(ByteOrder.LITTLE_ENDIAN), shared}, IntBuffer.wrap(new int[] {1, 2}).asReadOnlyBuffer(),
      ThreadLocal.withInitial(() -> "initial"), System.getLogger("a.b"), System.out, TimeZone.getTimeZone("Europe/Paris"),
      KeyFactory.getInstance("RSA").generatePublic(new java.security.spec.RSAPublicKeySpec(java.math.BigInteger.TWO.pow(1023).add(java.math.BigInteger.ONE), java.math.BigInteger.valueOf(65537)))
    };
  }

  static String show(Object root) {
    String text = root.getClass().getName();
    if (root instanceof DateTimeFormatter f) return text + f + f.format(ZonedDateTime.of(2024, 2, 29, 1, 2, 3, 4, ZoneId.of("Europe/Paris")));
    if (root instanceof Base64.Encoder e) return text + e.encodeToString(new byte[] {-1, -2});
    if (root instanceof ThreadLocal<?> t) return text + t.get();
    if (root instanceof System.Logger l) return l.getName();
    if (root == System.out) return "out";
    if (root instanceof Map.Entry<?, ?> e) return e.toString();
    if (root instanceof Buffer b) return text + b + b.isReadOnly();
    if (root instanceof Object[] all && all[0] instanceof ByteBuffer b) return b + "" + b.order() + (b.array() == all[1]) + b.get(1);
    if (root instanceof Object[] all) return all[0].getClass() + "" + all[0] + all[2] + (all[0] == all[3]) + (((Map<?, ?>) all[1]).keySet() == all[0]);
    return text + root;
  }
}
