package dev.entourage.transport.vertx;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A frame on the bus of one JVM, which is handed over as it is.
 *
 * @param session whose it is
 * @param pieces the frame, never changed
 */
record LocalFrame(String session, List<ByteBuffer> pieces) {}
