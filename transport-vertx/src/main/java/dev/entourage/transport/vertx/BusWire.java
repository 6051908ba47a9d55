package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageProducer;
import java.util.function.UnaryOperator;

/** The way to one address of the bus. */
record BusWire(
    Vertx vertx, Context context, MessageProducer<Part> producer, UnaryOperator<Part> seal)
    implements Wire {

  private static final long RETRY_MILLIS = 200;

  @Override
  public Part close(Part part) {
    return seal.apply(part);
  }

  @Override
  public Future<Void> write(Part part) {
    return producer.write(part);
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(ignored -> task.run());
  }

  @Override
  public void later(Runnable task) {
    vertx.setTimer(RETRY_MILLIS, timer -> task.run());
  }

  @Override
  public long now() {
    return System.nanoTime();
  }
}
