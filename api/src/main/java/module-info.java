/**
 * What users of Entourage call ({@code dev.entourage}) and what they may plug in ({@code
 * dev.entourage.spi}). It needs nothing but the JDK, and every worker shows it to user code.
 *
 * @uses dev.entourage.spi.Engine to build a pool of workers
 * @since 0.1
 */
module dev.entourage.api {
  exports dev.entourage;
  exports dev.entourage.spi;

  uses dev.entourage.spi.Engine;
}
