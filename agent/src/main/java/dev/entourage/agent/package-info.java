/**
 * The Java agent, all of it in {@link dev.entourage.agent.EntourageAgent}. The preparer finds it
 * through the system class loader, by name: an agent lives there, wherever Entourage itself does.
 */
package dev.entourage.agent;
