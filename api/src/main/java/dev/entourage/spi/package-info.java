/**
 * What may be plugged into Entourage. Providers are found through {@link java.util.ServiceLoader},
 * from named modules, from the class path or from a script, and can be handed over explicitly.
 *
 * <p>Most people meet {@link dev.entourage.spi.PreparationLayer} (drop or replace what can't
 * travel) and {@link dev.entourage.spi.ClassBytesSource} (classes made in memory). {@link
 * dev.entourage.spi.SerializationBackend} makes a {@link dev.entourage.spi.Marshaller} over the
 * {@link dev.entourage.spi.NormalForm} that all backends share, most easily a {@link
 * dev.entourage.spi.TableMarshaller}; {@link dev.entourage.spi.Transport} carries frames. {@link
 * dev.entourage.spi.Engine} is what makes {@link dev.entourage.Workers}.
 */
package dev.entourage.spi;
