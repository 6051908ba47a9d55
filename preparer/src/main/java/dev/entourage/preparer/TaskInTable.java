package dev.entourage.preparer;

import dev.entourage.spi.NodeTable;

/**
 * A task that shares objects with static fields: a table, so that it can refer to the objects that
 * the fields hold on the worker.
 *
 * @param table the task
 */
record TaskInTable(NodeTable table) {}
