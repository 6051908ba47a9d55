package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TaskCountsTest extends LinkMessages {

  @Property(tries = 500)
  void countsTheTasksOfAFrameThatLiesAnywhere(@ForAll("messages") LinkMessage message) {
    byte[] frame = LinkCodec.encode(message);
    ByteBuffer inside = ByteBuffer.allocate(frame.length + 3).position(3).put(frame).position(3);
    int items = message instanceof LinkMessage.Batch batch ? batch.items().size() : 0;
    assertThat(TaskCounts.brought(Pieces.of(List.of(inside))))
        .isEqualTo(message instanceof LinkMessage.Parcel ? 1 : items);
    assertThat(inside.position()).isEqualTo(3);
  }

  @Property(tries = 500)
  void countsTheTasksThatAFrameBringsHome(@ForAll("messages") LinkMessage message) {
    int tasks = 0;
    if (message instanceof LinkMessage.Results results) {
      tasks = results.results().size();
    } else if (message instanceof LinkMessage.Returned back) {
      tasks = back.tasks().size();
    } else if (message instanceof LinkMessage.Reply) {
      tasks = 1;
    }
    assertThat(TaskCounts.ended(ByteBuffer.wrap(LinkCodec.encode(message)))).isEqualTo(tasks);
  }

  /** Whoever counts must not be led to count what isn't there. */
  @Property(tries = 2000)
  void countsNoMoreTasksThanFitIntoAFrame(@ForAll byte[] payload, @ForAll boolean big) {
    byte[] bytes = big ? Arrays.copyOf(payload, payload.length + 60) : payload;
    ByteBuffer frame =
        ByteBuffer.allocate(Frames.HEADER + bytes.length)
            .put((byte) Frames.VERSION)
            .put((byte) TaskFrames.BATCH)
            .putInt(bytes.length)
            .put(bytes)
            .flip();
    assertThat(TaskCounts.brought(Pieces.of(List.of(frame))))
        .isBetween(0, bytes.length / TaskFrames.ITEM);
    assertThat(TaskCounts.brought(Pieces.of(new byte[0]))).isZero();
  }
}
