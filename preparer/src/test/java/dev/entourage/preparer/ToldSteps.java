package dev.entourage.preparer;

import dev.entourage.spi.Steps;

/** Steps that a test tells one by one. */
final class ToldSteps {

  private final StepsOut out = new StepsOut();
  private int end = Straight.HEADER;

  ToldSteps() {
    out.header(0, 0);
  }

  /** Another number of objects that may be meant again, and how far back texts may be. */
  ToldSteps header(int objects, int reach) {
    out.header(objects, reach);
    return this;
  }

  ToldSteps step(int step, long argument) {
    end = out.step(end, step, argument);
    return this;
  }

  ToldSteps number(long number) {
    end = out.number(end, number);
    return this;
  }

  ToldSteps signed(long number) {
    return bits('J', number);
  }

  ToldSteps bits(char letter, long bits) {
    end = out.bits(end, letter, bits);
    return this;
  }

  ToldSteps eightBytes(long value) {
    end = out.eightBytes(end, value);
    return this;
  }

  ToldSteps text(String text) {
    end = out.text(end, text);
    return this;
  }

  byte[] toBytes() {
    return out.toBytes(end);
  }

  Steps toSteps() {
    return out.toSteps(end);
  }
}
