package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;
import java.util.List;

/**
 * What is to be said to a worker next.
 *
 * @param member the worker
 * @param tickets the tasks that it gets; none where it is to end
 * @param message tells it so
 */
record Turn(Member member, List<Ticket> tickets, LinkMessage message) {}
