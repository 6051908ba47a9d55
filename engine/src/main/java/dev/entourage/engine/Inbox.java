package dev.entourage.engine;

import dev.entourage.worker.BusMessage.FromWorker;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.OfWorker;
import dev.entourage.worker.BusMessage.Output;
import dev.entourage.worker.BusMessage.Reclaim;
import dev.entourage.worker.BusMessage.SessionClosed;
import dev.entourage.worker.BusMessage.ToDriver;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerRefused;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Begun;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Idle;
import dev.entourage.worker.LinkMessage.Parked;
import dev.entourage.worker.LinkMessage.Question;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.StopRequest;
import dev.entourage.worker.LinkMessage.SubmitRequest;
import dev.entourage.worker.LinkMessage.Worn;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Where a pool's messages arrive, maybe on an event loop. Leases are moved at once, in the order of
 * the messages; whatever decodes, waits or completes a future is left to who waits for it, or to
 * the pool's own threads.
 *
 * @param dispatcher moves leases
 * @param hosts starts and replaces workers, on the control thread
 * @param desk answers questions, on a thread of its own
 * @param nested runs what tasks submit
 * @param results decodes what futures end with
 * @param console prints, on a thread of its own
 * @param closing the hosts whose sessions are being closed
 * @param control the pool's control thread
 * @param endings ends futures
 */
record Inbox(
    Dispatcher dispatcher,
    Hosts hosts,
    CodeDesk desk,
    NestedDesk nested,
    Results results,
    Console console,
    Awaited closing,
    Executor control,
    Endings endings)
    implements Bus.Listener {

  @Override
  public void joined(String host) {
    control.execute(() -> hosts.joined(host));
  }

  @Override
  public void left(String host) {
    lost(host);
    control.execute(() -> hosts.left(host));
  }

  @Override
  public void unlike(String host, int protocol) {
    lost(host);
    control.execute(() -> hosts.unlike(host, protocol));
  }

  private void lost(String host) {
    List<String> why = List.of("Host " + host + " left");
    dispatcher.of(host).forEach(worker -> lost(new WorkerLost(worker, -1, -1, why)));
    closing.remove(host);
  }

  @Override
  public void said(String host, ToDriver message) {
    if (message instanceof OfWorker of && !hosts.owns(host, of.worker())) {
      Log.LOG.warn("Host {} spoke for a worker that isn't its own: {}", host, of.worker());
    } else if (message instanceof FromWorker relayed) {
      said(host, relayed.worker(), LinkCodec.decode(relayed.frame()));
    } else if (message instanceof Output line) {
      console.offer(line);
    } else if (message instanceof WorkerStarted start) {
      dispatcher.started(host, start);
      control.execute(() -> hosts.started(host));
    } else if (message instanceof WorkerLost lost) {
      lost(lost);
    } else if (message instanceof WorkerRefused refused) {
      control.execute(() -> hosts.full(host, refused.worker()));
    } else if (message instanceof Reclaim reclaim) {
      control.execute(() -> hosts.reclaimed(host, reclaim.workers()));
    } else if (message instanceof Greeting greeting) {
      control.execute(() -> hosts.greeted(host, greeting));
    } else if (message instanceof SessionClosed) {
      closing.remove(host);
    }
  }

  private void said(String host, String worker, LinkMessage message) {
    if (message instanceof Reply reply) {
      replied(worker, reply);
    } else if (message instanceof LinkMessage.Results several) {
      replied(worker, several.results());
    } else if (message instanceof SubmitRequest request) {
      nested.ask(host, worker, request);
    } else if (message instanceof StopRequest request) {
      nested.stop(worker, request);
    } else if (message instanceof Parked parked) {
      dispatcher.parked(worker, parked);
    } else if (message instanceof Returned returned) {
      dispatcher.returned(worker, returned);
    } else if (message instanceof Idle idle) {
      dispatcher.idle(worker, idle);
    } else if (message instanceof Question question) {
      desk.ask(host, worker, question);
    } else if (message instanceof Begun begun) {
      dispatcher.begun(worker, begun);
    } else if (message instanceof Exiting exiting) {
      dispatcher.exits(worker, exiting);
    } else if (message instanceof Worn) {
      dispatcher.worn(worker);
    }
  }

  private void replied(String worker, Reply reply) {
    Ticket ticket = dispatcher.replied(worker, reply);
    if (ticket != null) {
      Journal.answered(ticket, reply);
      endings.end(ticket, () -> results.endAlone(ticket, worker, reply));
    }
  }

  private void replied(String worker, List<Result> several) {
    List<Ticket> tickets = dispatcher.replied(worker, several);
    endings
        .threads()
        .execute(
            () -> {
              for (int i = 0; i < tickets.size(); i++) {
                end(tickets.get(i), worker, several.get(i));
              }
            });
  }

  private void end(Ticket ticket, String worker, Result result) {
    if (ticket != null) {
      Journal.answered(ticket, result);
      endings.endOneOfSeveral(ticket, () -> results.end(ticket, worker, result));
    }
  }

  private void lost(WorkerLost lost) {
    Loss loss = dispatcher.lost(lost);
    loss.givenUp().forEach(endings::fail);
    endings.threads().execute(() -> nested.lost(lost.worker()));
    control.execute(() -> hosts.lost(lost, loss));
  }
}
